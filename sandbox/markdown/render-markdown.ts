import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { escapeHtml } from "../http/html.ts";
import { decorate, type References } from "./decorate.ts";
import { hardBreaks } from "./hard-breaks.ts";

// The sanitiser's default schema is GitHub's own.
const toSafeTree = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(hardBreaks)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize);
const toHtml = unified().use(rehypeStringify);

/**
 * Markdown as GitHub shows it in issues: tables, task lists, alerts, mentions and `#n`, line breaks kept. The answer
 * is safe HTML: scripts, handlers, styles and comments are gone. Diagrams stay source text; images are links.
 */
export function renderMarkdown(markdown: string, references: References): string {
  try {
    const tree = toSafeTree.runSync(toSafeTree.parse(markdown));
    // What is added after sanitising is made by us, from plain text.
    decorate(tree, references);
    return toHtml.stringify(tree);
  } catch (error) {
    // Thousands of nested quotes exhaust the stack of any recursive renderer; the text is still worth showing.
    if (error instanceof RangeError) return `<pre>${escapeHtml(markdown)}</pre>`;
    throw error;
  }
}
