import type { Root } from "mdast";
import { parseMdx } from "./markdown-parser.ts";

/** Markdown that has passed the check, parsed again; text that strict MDX refuses becomes one plain paragraph. */
export function parseInstructions(markdown: string): Root {
  try {
    return parseMdx(markdown);
  } catch {
    return { type: "root", children: [{ type: "paragraph", children: [{ type: "text", value: markdown }] }] };
  }
}
