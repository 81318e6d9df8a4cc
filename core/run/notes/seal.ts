/** Signs the bot's notes and checks what it signed. Made where the key is; `core` only uses it. */
export interface Seal {
  /** The signature of a text: letters, digits, `+`, `/` and `=`. */
  readonly sign: (text: string) => string;
  /** Whether a signature was made for this text with a key that still counts. */
  readonly verify: (text: string, signature: string) => boolean;
  /** Whether notes without a signature count too: those of runs that began before there was a key. */
  readonly acceptsUnsigned: boolean;
}

/** Where notes belong: a repository, by its database id, and an issue of it; issue 0 for notes of an issue still to be made. */
export interface NotesPlace {
  readonly repository: number;
  readonly issue: number;
}

/**
 * Why a note does not count: the first version of Handrail wrote it, or somebody without a key; its signature is wrong; or it
 * was written for another issue.
 */
export type NotesDoubt = "unsigned" | "forged" | "elsewhere";

/** The kinds of notes in a text that do not count, and why. */
export type NotesDoubts = ReadonlyMap<string, NotesDoubt>;
