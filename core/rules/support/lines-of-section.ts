import type { Section } from "../../definition/index.ts";

/** A part of a line of a section, and where it stands in the file. */
export interface SectionPart {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/**
 * What a look at single lines finds in a section, outside of its code. `find` gives the column, from 1, in which what it
 * looks for begins, or nothing.
 */
export function linesOfSection(
  section: Section,
  find: (line: string) => number | undefined,
): readonly SectionPart[] {
  const found = section.markdown.split("\n").flatMap((text, index) => {
    const column = find(text);
    return column === undefined ? [] : [{ text, index, column }];
  });
  // Most sections hold none, and then the Markdown need not be parsed to find where its code is.
  if (found.length === 0) return [];
  const firstLine = section.nodes[0]?.position?.start.line ?? 1;
  const fences = section.nodes.filter(({ type }) => type === "code");
  const isCode = (line: number) =>
    fences.some(({ position }) => position && position.start.line <= line && line <= position.end.line);
  return found
    .map(({ text, index, column }) => ({ text, line: firstLine + index, column }))
    .filter(({ line }) => !isCode(line));
}
