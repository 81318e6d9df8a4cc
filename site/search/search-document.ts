import { escapeAttribute, escapeText } from "../markdown/escape-html.ts";
import type { SearchKind } from "./search-kind.ts";

/** What the search index is told about one page: its address under the base path, and its text as HTML. */
export interface SearchDocument {
  readonly url: string;
  readonly html: string;
}

/** What a document is besides its text. */
export interface SearchPage {
  /** Address under the base path. */
  readonly url: string;
  readonly kind: SearchKind;
  readonly title: string;
  readonly language: string;
}

/** A document whose title weighs most. Its content is HTML. */
export function searchDocument(
  { url, kind, title, language }: SearchPage,
  content: readonly string[],
): SearchDocument {
  const heading = textElement("h1", { "data-pagefind-meta": "title", "data-pagefind-weight": "10" }, title);
  const body = `<body data-pagefind-body data-pagefind-filter="kind:${kind}">${heading}${content.join("")}</body>`;
  return { url, html: `<html lang="${escapeAttribute(language)}">${body}</html>` };
}

/** An element with a text in it, as HTML. */
export function textElement(
  tagName: string,
  attributes: Readonly<Record<string, string>>,
  text: string,
): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  return `<${tagName}${written.join("")}>${escapeText(text)}</${tagName}>`;
}

/** A text that counts so many times as much as others, as HTML. */
export function weighing(weight: number, text: string): string {
  return textElement("p", { "data-pagefind-weight": String(weight) }, text);
}
