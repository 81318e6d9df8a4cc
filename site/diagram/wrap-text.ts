import { textWidth } from "./text-width.ts";

/** The font a text is wrapped for. */
export interface TextStyle {
  readonly fontSize: number;
  readonly weight: "regular" | "bold";
}

/**
 * Breaks a text into lines that fit a width, between words where it can and inside a word where one is too long.
 * What does not fit the last line is cut and ends in `…`. An empty text gives no lines.
 */
export function wrapText(text: string, maxWidth: number, style: TextStyle, maxLines: number): string[] {
  const fits = (line: string) => textWidth(line, style.fontSize, style.weight) <= maxWidth;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = splitWord(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  if (line !== "") lines.push(line);
  return lines.length <= maxLines ? lines : [...lines.slice(0, maxLines - 1), shorten(lines, maxLines, fits)];
}

function splitWord(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && !fits(piece + character)) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

function shorten(lines: readonly string[], maxLines: number, fits: (line: string) => boolean): string {
  let last = [...(lines[maxLines - 1] ?? "")];
  while (last.length > 0 && !fits(`${last.join("")}…`)) last = last.slice(0, -1);
  return `${last.join("").trimEnd()}…`;
}
