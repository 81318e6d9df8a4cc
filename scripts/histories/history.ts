/** A run as it stood at some moment, with all that a decision about it rests on. */
export interface History {
  /** What it shows: the kinds of its steps and of the entries of its ledger. */
  readonly shows: readonly string[];
  readonly now: string;
  /** The files of the handbook it follows, by path within the handbook. */
  readonly files: ReadonlyMap<string, string>;
  readonly revision: string;
  /** The text that the run may be moved to, where somebody has asked for it. */
  readonly offered?: { readonly files: ReadonlyMap<string, string>; readonly revision: string } | undefined;
  readonly root: string;
  readonly observed: unknown;
}

/** A history as text; maps are written as lists of pairs under a name no field has. */
export function writeHistory(history: History): string {
  return `${JSON.stringify(history, (_key, value) => (value instanceof Map ? { $map: [...value] } : value), 1)}\n`;
}

/** A history from its text. Throws when the text is no JSON. */
export function readHistory(text: string): History {
  return JSON.parse(text, (_key, value) => (isMap(value) ? new Map(value.$map) : value));
}

function isMap(value: unknown): value is { readonly $map: [unknown, unknown][] } {
  return typeof value === "object" && value !== null && "$map" in value;
}
