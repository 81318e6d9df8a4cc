import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { escapeHtml } from "../http/html.ts";
import { boxesToTick } from "./boxes-to-tick.ts";
import { decorate, type References } from "./decorate.ts";
import { safeTree } from "./safe-tree.ts";
import { taskBoxes } from "./task-boxes.ts";

const toHtml = unified().use(rehypeStringify);

/** How a text is shown. */
export interface Rendering extends References {
  /** Id of the form that ticks its boxes, for whoever may change the text. */
  readonly tickForm?: string | undefined;
}

/**
 * Markdown as GitHub shows it in issues: tables, task lists, alerts, mentions and `#n`, line breaks kept. The answer
 * is safe HTML. Diagrams stay source text; images are links.
 */
export function renderMarkdown(markdown: string, references: Rendering): string {
  const tree = safeTree(markdown);
  if (tree === null) return `<pre>${escapeHtml(markdown)}</pre>`;
  // What is added after sanitising is made by us, from plain text.
  decorate(tree, references);
  if (references.tickForm !== undefined) boxesToTick(tree, taskBoxes(markdown), references.tickForm);
  return toHtml.stringify(tree);
}
