import { rememberLast } from "../../remember-last.ts";
import { unpack } from "../ledger/pack.ts";
import { decodePayload, replaceMarkers } from "../notes/index.ts";
import { factsEnd, factsStart } from "../step-issue/facts-block.ts";
import type { ObservedIssue } from "./observed-run.ts";

/**
 * The work that an issue describes, as an approval judges it: its title and the text that people can change. The block of facts
 * and the hidden notes that the bot keeps in it, ticks in checklists, and how lines end do not count.
 */
export function workTextOf({ title, body }: Pick<ObservedIssue, "title" | "body">): string {
  const lines = body.replaceAll("\r\n", "\n");
  const start = lines.indexOf(factsStart);
  const end = lines.indexOf(factsEnd, start);
  const rest = start < 0 || end < 0 ? lines : lines.slice(0, start) + lines.slice(end + factsEnd.length);
  const words = withoutNotes(rest)
    .replaceAll(factsStart, "")
    .replace(/^([ \t]*[-*+] )\[[xX]\](?= )/gm, "$1[ ]")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{2,}/g, "\n\n");
  return `${title.trim()}\n\n${words.trim()}`;
}

/**
 * The text without the notes of the bot. Within code GitHub shows a note as it stands, so what only looks like one is text: the words in it
 * could be anybody's.
 */
function withoutNotes(text: string): string {
  return replaceMarkers(text, ({ start, end, payload, rest }) => {
    const isSealed = rest.length === 0 || (rest.length === 2 && seal.test(rest.join(" ")));
    return isSealed && isCoded(payload) ? "" : text.slice(start, end);
  });
}

/** Where a note belongs, and its signature. */
const seal = /^\d+#\d+ (?:-|[A-Za-z\d+/=]+)$/;

/** A run is read anew at every look, and mostly its notes are as they were. */
const mostRemembered = 32;

/** Whether a payload holds a value, or a packed one behind its version. */
const isCoded: (payload: string) => boolean = rememberLast(mostRemembered, (payload) =>
  [decodePayload, readPacked].some((read) => {
    try {
      read(payload);
      return true;
    } catch {
      return false;
    }
  }),
);

function readPacked(payload: string): unknown {
  return unpack(payload.replace(/^\d{1,3}\./, ""));
}
