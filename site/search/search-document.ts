import type { Element, ElementContent, Properties } from "hast";
import { toHtml } from "hast-util-to-html";
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

/** A document whose title weighs most. */
export function searchDocument(
  { url, kind, title, language }: SearchPage,
  content: readonly ElementContent[],
): SearchDocument {
  const heading = element("h1", { dataPagefindMeta: "title", dataPagefindWeight: "10" }, title);
  const body = element("body", { dataPagefindBody: "", dataPagefindFilter: `kind:${kind}` }, [
    heading,
    ...content,
  ]);
  return { url, html: toHtml(element("html", { lang: language }, [body]), { allowDangerousHtml: true }) };
}

/** An element with a text or with other elements in it. */
export function element(
  tagName: string,
  properties: Properties,
  content: string | readonly ElementContent[],
): Element {
  const children: ElementContent[] =
    typeof content === "string" ? [{ type: "text", value: content }] : [...content];
  return { type: "element", tagName, properties, children };
}

/** A text that counts so many times as much as others. */
export function weighing(weight: number, text: string): Element {
  return element("p", { dataPagefindWeight: String(weight) }, text);
}
