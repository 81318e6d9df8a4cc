import * as en from "./en.ts";

export { dayAndMonth, longDate, shortDate } from "./format-date.ts";
export {
  codeSpan,
  escapeMarkdown,
  issueLink,
  joinMarkdown,
  link,
  Markdown,
  md,
  mention,
  personName,
  quoted,
  table,
} from "./markdown.ts";
export { count, listInWords } from "./plural.ts";
export * as siteText from "./site.ts";

/** Every sentence people read, in the language of the handbook; English is the only one so far. */
export const text = en;
