import { writePayload } from "./marker.ts";
import { type FoundMarker, replaceMarkers } from "./scan-markers.ts";
import type { NotesDoubt, NotesDoubts, NotesPlace, Seal } from "./seal.ts";
import { noSignature } from "./seal-notes.ts";
import { signedText } from "./signed-text.ts";

/** The bot writes a handful into a text; checking thousands would only cost time. */
const mostNotes = 50;

/** A text of ours as it was read from GitHub, with its notes opened. */
export interface OpenedNotes {
  /** The text with the notes that hold as they were before they were sealed, and without all others. */
  readonly text: string;
  /** Whether it has notes and all of them count: then it is the bot's text. */
  readonly hold: boolean;
  /** The kinds of notes in it that do not count, and why; empty when there are none. */
  readonly doubts: NotesDoubts;
}

/**
 * Opens the notes in a text that the bot's account wrote. Those count that belong to one of these places and are signed
 * with a key that counts. Without a key nothing can be told from a signature: then only the place is looked at, and whoever
 * asks has to be sure who wrote the text last.
 */
export function openNotes(text: string, places: readonly NotesPlace[], seal: Seal | undefined): OpenedNotes {
  const allowed = new Set(places.map(({ repository, issue }) => `${repository}#${issue}`));
  const doubts = new Map<string, NotesDoubt>();
  let count = 0;
  const doubtful = (marker: FoundMarker) => (count > mostNotes ? "forged" : doubtOf(marker, allowed, seal));
  const opened = replaceMarkers(text, (marker) => {
    count += 1;
    const doubt = doubtful(marker);
    if (doubt === null) return writePayload(marker.kind, marker.payload);
    doubts.set(marker.kind, doubt);
    return "";
  });
  return { text: opened, hold: count > 0 && doubts.size === 0, doubts };
}

function doubtOf(
  { kind, payload, rest }: FoundMarker,
  allowed: ReadonlySet<string>,
  seal: Seal | undefined,
): NotesDoubt | null {
  const [place, signature] = rest;
  if (place === undefined || signature === undefined || rest.length !== 2) return "unsigned";
  if (seal && signature === noSignature && !seal.acceptsUnsigned) return "unsigned";
  if (seal && signature !== noSignature && !seal.verify(signedText(place, kind, payload), signature))
    return "forged";
  return allowed.has(place) ? null : "elsewhere";
}
