import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Site } from "../data/site.ts";
import type { OutputFolder } from "./output-folder.ts";

/** Whether a page has a diagram that could not be drawn while it was built. */
export function needsMermaid(site: Site): boolean {
  return [...site.processes.values()].some(({ texts }) => texts.drawsLater);
}

/**
 * Puts Mermaid itself beside the pages, and only where one needs it. It is copied, not bundled: bundling it would
 * take longer than the whole site.
 */
export function writeMermaid(site: Site, output: OutputFolder): void {
  if (!needsMermaid(site)) return;
  const source = dirname(createRequire(import.meta.url).resolve("mermaid/dist/mermaid.esm.min.mjs"));
  const chunks = "chunks/mermaid.esm.min";
  const names = readdirSync(join(source, chunks)).filter((name) => name.endsWith(".mjs"));
  for (const path of ["mermaid.esm.min.mjs", ...names.map((name) => `${chunks}/${name}`)])
    output.write(`mermaid/${path}`, readFileSync(join(source, path)));
}
