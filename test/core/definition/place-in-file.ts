import type { HandbookFiles } from "../../../core/definition/index.ts";
import type { Place } from "../../../core/problem.ts";

/** Whether a place stands within a file: on one of its lines, and at most one column behind its last character. */
export function isWithin({ file, line, column }: Place, files: HandbookFiles): boolean {
  const lines = (files.get(file) ?? "").replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  const text = lines[line - 1];
  return text !== undefined && Number.isInteger(column) && column >= 1 && column <= text.length + 1;
}
