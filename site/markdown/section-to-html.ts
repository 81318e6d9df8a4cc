import type { Root } from "hast";
import { markdownToHast } from "satteri";
import type { ParsedProcess } from "../../core/definition/index.ts";
import { answersAsRead } from "./answers-as-read.ts";
import { type HtmlOptions, instructionsToHtml, writeHtml } from "./instructions-to-html.ts";

type Section = ParsedProcess["body"]["introduction"];

/** What MDX reads otherwise than Markdown: tags, braces, deep indentation; and footnotes, which Sätteri numbers itself. */
const differs = /[<{}]|\[\^|^(?: {4}|\t)/m;

/**
 * A section as clean HTML. Most hold Markdown alone; those go through Sätteri, which takes a fraction of the time
 * that building their syntax tree would. Both ways end in the same allow-list, and a test holds them alike.
 */
export function sectionToHtml(section: Section, options: HtmlOptions): string {
  if (differs.test(section.markdown))
    return instructionsToHtml(answersAsRead(section.nodes, options.asked), options);
  if (section.markdown === "") return "";
  return writeHtml(markdownToHast(section.markdown, { position: false }) as Root, options);
}
