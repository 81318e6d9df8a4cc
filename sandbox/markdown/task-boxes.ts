import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const parser = unified().use(remarkParse).use(remarkGfm);

/**
 * Where the items of task lists begin in a text, and for each where its box is, `[ ]` or `[x]`; empty for a text that is nested too deep to
 * be read.
 */
export function taskBoxes(markdown: string): ReadonlyMap<number, number> {
  const boxes = new Map<number, number>();
  const find = (node: Nodes) => {
    const start = node.position?.start.offset;
    if (node.type === "listItem" && typeof node.checked === "boolean" && start !== undefined)
      boxes.set(start, markdown.indexOf("[", start));
    if ("children" in node) for (const child of node.children) find(child);
  };
  try {
    find(parser.parse(markdown));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    boxes.clear();
  }
  return boxes;
}

/** The text with the box of the item that begins there ticked, or not ticked any more; nothing where no item with a box begins. */
export function tickBox(markdown: string, item: number): string | undefined {
  const at = taskBoxes(markdown).get(item);
  if (at === undefined) return undefined;
  return `${markdown.slice(0, at + 1)}${markdown[at + 1] === " " ? "x" : " "}${markdown.slice(at + 2)}`;
}
