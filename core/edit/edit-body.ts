import { findSection, type ParsedBody } from "../definition/index.ts";
import type { TextEdit } from "./text-edit.ts";

/** A file's text, and its body as it was read. */
export interface BodyFacts {
  readonly text: string;
  readonly body: ParsedBody;
}

/** The edit that gives a step's heading its new title; none where the step has no heading. */
export function renameHeading({ text, body }: BodyFacts, title: string, newTitle: string): TextEdit[] {
  const section = findSection(body, title);
  if (!section) return [];
  const start = offsetOfLine(text, section.line);
  const end = endOfLine(text, start);
  const opening = /^##[ \t]+/.exec(text.slice(start, end))?.[0];
  return opening === undefined ? [] : [{ start: start + opening.length, end, text: escapeHeading(newTitle) }];
}

/**
 * The edits that put instructions below a step's heading. A step that has none gets a heading behind the instructions of
 * the nearest step before it that has some, else at the end of the file.
 */
export function setInstructions(
  facts: BodyFacts,
  titles: readonly string[],
  title: string,
  markdown: string,
): TextEdit[] {
  const { text, body } = facts;
  const section = findSection(body, title);
  const words = markdown.trim();
  if (section) {
    const start = endOfLine(text, offsetOfLine(text, section.line));
    const end = sectionEnd(facts, section.line);
    const isLast = end === text.length;
    return [{ start, end, text: `\n\n${words}\n${isLast ? "" : "\n"}` }];
  }
  const earlier = titles
    .slice(0, titles.indexOf(title))
    .toReversed()
    .flatMap((other) => findSection(body, other) ?? [])[0];
  const at = earlier ? sectionEnd(facts, earlier.line) : text.length;
  const before = text.slice(0, at).trimEnd().length;
  return [
    {
      start: before,
      end: at,
      text: `\n\n## ${escapeHeading(title)}\n\n${words}\n${at === text.length ? "" : "\n"}`,
    },
  ];
}

function sectionEnd({ text, body }: BodyFacts, line: number): number {
  const next = body.sections.map((section) => section.line).filter((other) => other > line);
  return next.length === 0 ? text.length : offsetOfLine(text, Math.min(...next));
}

function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let count = 1; count < line; count += 1) {
    const end = text.indexOf("\n", offset);
    if (end < 0) return text.length;
    offset = end + 1;
  }
  return offset;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

/** A title as the words of a heading: signs that Markdown or MDX would read are written as plain ones. */
function escapeHeading(title: string): string {
  return title.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");
}
