import { digestOf } from "../data/digest-of.ts";
import { escapeAttribute, escapeText } from "../markdown/escape-html.ts";
import type { SearchKind } from "./search-kind.ts";

/** What the search index is told about one page. */
export interface SearchDocument {
  /** Address under the base path. */
  readonly url: string;
  /** Names the text: documents with the same key say the same. */
  readonly key: string;
  /** Makes the text, as HTML. */
  readonly html: () => string;
}

/** What a document is besides its text. */
export interface SearchPage {
  /** Address under the base path. */
  readonly url: string;
  readonly kind: SearchKind;
  readonly title: string;
  readonly language: string;
}

/** A document that is cheap to make. */
export function searchDocument(page: SearchPage, content: readonly string[]): SearchDocument {
  const html = documentHtml(page, content);
  return { url: page.url, key: digestOf(html), html: () => html };
}

/** The text of a document whose title weighs most. Its content is HTML. */
export function documentHtml(
  { kind, title, language }: Omit<SearchPage, "url">,
  content: readonly string[],
): string {
  const heading = textElement("h1", { "data-pagefind-meta": "title", "data-pagefind-weight": "10" }, title);
  const body = `<body data-pagefind-body data-pagefind-filter="kind:${kind}">${heading}${content.join("")}</body>`;
  return `<html lang="${escapeAttribute(language)}">${body}</html>`;
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
