/** A part of a text that is replaced: UTF-16 offsets of the text as it was, the end not included. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with edits made. Edits must not overlap; every character outside them stays as it was. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.toSorted((a, b) => a.start - b.start);
  const kept = ordered.map(({ start, text: put }, index) => {
    const from = index === 0 ? 0 : (ordered[index - 1]?.end ?? 0);
    return text.slice(from, start) + put;
  });
  return kept.join("") + text.slice(ordered.at(-1)?.end ?? 0);
}
