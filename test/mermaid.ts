import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

interface Mermaid {
  /** Fails when the text is no diagram. */
  parse(text: string): Promise<{ readonly diagramType: string }>;
}

/** Mermaid as pages bring it; it needs the document of a browser, so a test says `@vitest-environment jsdom`. */
const file = pathToFileURL(resolve("mermaid/files/mermaid.esm.min.mjs"));
export const mermaid = ((await import(file.href)) as { default: Mermaid }).default;
