import type { Link } from "../data/role-link.ts";
import { escapeAttribute, escapeText } from "./escape-html.ts";

/** Links with commas between them, as HTML; `none` stands for an empty list. */
export function linkList(links: readonly Link[], none = ""): string {
  if (links.length === 0) return escapeText(none);
  return links
    .map(({ text, href }) => `<a href="${escapeAttribute(href)}">${escapeText(text)}</a>`)
    .join(", ");
}
