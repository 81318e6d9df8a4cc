import type { Root } from "mdast";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";

const everything = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();
const withoutBareLinks = unified().use(remarkParse).use(tablesAndTasks).use(remarkMdx).freeze();

/**
 * The Markdown tree of an MDX text with tables, checklists, strikethrough, footnotes and bare web addresses.
 * Throws a VFileMessage when the text is no MDX; runs nothing.
 * Looking for bare addresses and footnotes takes half the time, so it is left out where a text can hold none.
 */
export function parseMdx(text: string): Root {
  return (mayHoldBareLinks(text) ? everything : withoutBareLinks).parse(text);
}

/** Whether a text has any of the marks that a bare address or a footnote needs. */
function mayHoldBareLinks(text: string): boolean {
  return /:\/\/|www\.|@|\[\^/i.test(text);
}

function tablesAndTasks(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    gfmTable(),
    gfmStrikethrough(),
    gfmTaskListItem(),
  ];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ];
}
