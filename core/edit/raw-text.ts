import { normalizeText } from "../definition/index.ts";
import { applyEdits, type TextEdit } from "./text-edit.ts";

/**
 * Edits of a text with plain line ends, made in the text as the file has it: its byte order mark stays, and lines that
 * end with a carriage return go on doing so, the new ones where most of the others do.
 */
export function applyToFile(file: string, edits: readonly TextEdit[]): string {
  const normal = normalizeText(file);
  if (normal === file) return applyEdits(file, edits);
  const offsets = fileOffsets(file, normal);
  const lines = file.split("\n").length - 1;
  const windows = file.split("\r\n").length - 1;
  const lineEnd = windows * 2 > lines ? "\r\n" : "\n";
  return applyEdits(
    file,
    edits.map(({ start, end, text }) => ({
      start: offsets[start] ?? file.length,
      end: offsets[end] ?? file.length,
      text: text.replaceAll("\n", lineEnd),
    })),
  );
}

/** For each offset of the plain text, and the one behind its end, the offset in the file. */
function fileOffsets(file: string, normal: string): number[] {
  const offsets: number[] = [];
  let at = file.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let index = 0; index < normal.length; index += 1) {
    offsets.push(at);
    at += normal[index] === "\n" && file[at] === "\r" && file[at + 1] === "\n" ? 2 : 1;
  }
  offsets.push(at);
  return offsets;
}
