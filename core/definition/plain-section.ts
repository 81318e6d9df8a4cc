import type { ChecklistItem } from "./section.ts";

/** A part of a body in which only words, lists and boxes stand, as far as it can be told without a parser. */
export interface PlainSection {
  /** Text of the `## ` heading; nothing for the introduction. */
  readonly title: string | undefined;
  /** Line and column, within the part, of the heading or of the first word; 0 where there is neither. */
  readonly line: number;
  readonly column: number;
  readonly markdown: string;
  readonly checklist: readonly ChecklistItem[];
}

/** Marks of tags, expressions and bare links, any of which a parser has to judge. */
const needsParser = /[<{@]|:\/\/|www\./i;
/** Marks that change what a heading or a box says. */
const marks = /[\\`*_~&[\]#]/;
const box = /^- \[[ xX]\] ([\p{L}\p{N}"'][^\n]*)$/u;

/**
 * Reads a part of a body that holds nothing but words, lists and boxes: most parts of most handbooks. Nothing when
 * it may hold more; then the Markdown parser has to read it. What this gives is what the parser would give.
 */
export function readPlainSection(text: string): PlainSection | undefined {
  if (needsParser.test(text)) return undefined;
  const lines = text.split("\n");
  const checklist = text.includes("[") ? readBoxes(lines) : [];
  if (!checklist) return undefined;
  const heading = /^##(?: +(?! )([^\n]*))?$/.exec(lines[0] ?? "");
  if (heading) {
    const title = (heading[1] ?? "").replace(/\s+/g, " ").trim();
    if (marks.test(title)) return undefined;
    return { title, line: 1, column: 1, markdown: lines.slice(1).join("\n").trim(), checklist };
  }
  const firstLine = lines.findIndex((line) => /[^ ]/.test(line));
  const column = (lines[firstLine] ?? "").search(/[^ ]/) + 1;
  return { title: undefined, line: firstLine + 1, column, markdown: text.trim(), checklist };
}

/** The boxes of lines in which brackets stand in boxes only, each box on one line of its own; else nothing. */
function readBoxes(lines: readonly string[]): ChecklistItem[] | undefined {
  const items: ChecklistItem[] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.includes("[")) {
      const followsBox = items.at(-1)?.line === index;
      if (/^ /.test(line) || (followsBox && line !== "" && !line.startsWith("- "))) return undefined;
      continue;
    }
    const words = box.exec(line)?.[1]?.trim();
    if (words === undefined || marks.test(words)) return undefined;
    items.push({ text: words, line: index + 1 });
  }
  return items;
}
