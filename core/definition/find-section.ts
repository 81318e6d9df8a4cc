import type { ParsedBody } from "./parse-body.ts";
import type { Section } from "./section.ts";

/** The section whose heading equals a step's title, white space aside; the first one when several do. */
export function findSection(body: ParsedBody, title: string): Section | undefined {
  const wanted = title.replace(/\s+/g, " ").trim();
  return body.sections.find((section) => section.title === wanted);
}
