import { type DiffLine, diffLines } from "./diff-lines.ts";

/** A stretch of changed lines with a few unchanged ones around it. */
export interface DiffHunk {
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly DiffLine[];
}

const contextLines = 3;

/** The changed parts of a text; null stands for a file that is not there. */
export function diffHunks(before: string | null, after: string | null): DiffHunk[] {
  const all = diffLines(splitLines(before), splitLines(after));
  const changed = all.flatMap((line, at) => (line.kind === "same" ? [] : [at]));
  const hunks: DiffHunk[] = [];
  let oldLine = 1;
  let newLine = 1;
  let at = 0;
  for (const [from, to] of stretches(changed, all.length)) {
    for (; at < from; at += 1) {
      if (all[at]?.kind !== "added") oldLine += 1;
      if (all[at]?.kind !== "removed") newLine += 1;
    }
    hunks.push({ oldStart: oldLine, newStart: newLine, lines: all.slice(from, to) });
  }
  return hunks;
}

/** The hunks as the text GitHub calls "patch". */
export function patchOf(before: string | null, after: string | null): string {
  return diffHunks(before, after)
    .map(({ oldStart, newStart, lines }) => {
      const oldCount = lines.filter(({ kind }) => kind !== "added").length;
      const newCount = lines.filter(({ kind }) => kind !== "removed").length;
      const head = `@@ -${range(oldStart, oldCount)} +${range(newStart, newCount)} @@`;
      return [head, ...lines.map(({ kind, text }) => `${signs[kind]}${text}`)].join("\n");
    })
    .join("\n");
}

const signs = { same: " ", removed: "-", added: "+" } as const;

/** An empty side begins at the line before it. */
const range = (start: number, count: number): string => `${count === 0 ? start - 1 : start},${count}`;

function stretches(changed: readonly number[], length: number): [number, number][] {
  const found: [number, number][] = [];
  for (const at of changed) {
    const last = found.at(-1);
    const from = Math.max(0, at - contextLines);
    const to = Math.min(length, at + contextLines + 1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else found.push([from, to]);
  }
  return found;
}

function splitLines(text: string | null): string[] {
  return text === null || text === "" ? [] : text.replace(/\n$/, "").split("\n");
}
