import type { Root } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { hardBreaks } from "./hard-breaks.ts";

// The sanitiser's default schema is GitHub's own.
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(hardBreaks)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize);

/**
 * Markdown as a tree of safe HTML: without scripts, handlers, styles and comments. Null for a text whose nesting no
 * recursive reader survives, such as thousands of quotes within each other.
 */
export function safeTree(markdown: string): Root | null {
  try {
    return processor.runSync(processor.parse(markdown));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
