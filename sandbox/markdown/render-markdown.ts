import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { escapeHtml } from "../http/html.ts";
import { decorate, type References } from "./decorate.ts";
import { safeTree } from "./safe-tree.ts";

const toHtml = unified().use(rehypeStringify);

/**
 * Markdown as GitHub shows it in issues: tables, task lists, alerts, mentions and `#n`, line breaks kept. The answer
 * is safe HTML. Diagrams stay source text; images are links.
 */
export function renderMarkdown(markdown: string, references: References): string {
  const tree = safeTree(markdown);
  if (tree === null) return `<pre>${escapeHtml(markdown)}</pre>`;
  // What is added after sanitising is made by us, from plain text.
  decorate(tree, references);
  return toHtml.stringify(tree);
}
