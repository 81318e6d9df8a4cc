import { fromBase64, toBase64 } from "../../base64.ts";
import { rememberLast } from "../../remember-last.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });
const inUtf8 = new TextEncoder();

/**
 * Hidden notes in texts that the bot writes: `<!-- handrail:kind payload -->`. The payload is base64 of JSON, so no
 * value in it can end the comment or look like another marker. A marker counts only in a text that the bot itself
 * wrote, and that is known only of an observation: what stands on GitHub is sealed, and opened when it is read.
 */
export function writeMarker(kind: string, value: unknown): string {
  return writePayload(kind, payloadOf(value));
}

/** A marker whose payload is coded already: letters, digits and `.`, `+`, `/`, `=`. */
export function writePayload(kind: string, payload: string): string {
  return `<!-- handrail:${kind} ${payload} -->`;
}

/** The value of the last marker of a kind in a text; nothing when there is none or it is damaged. */
export function readMarker(kind: string, text: string): unknown {
  const payload = readPayload(kind, text);
  if (payload === undefined) return undefined;
  try {
    return decodePayload(payload);
  } catch {
    return undefined;
  }
}

/** The value that the payload of a marker holds. Throws when it is damaged, or coded in another way. */
export function decodePayload(payload: string): unknown {
  return JSON.parse(utf8.decode(fromBase64(payload)));
}

/** What stands in the last marker of a kind, as it is written; nothing when there is none. */
export function readPayload(kind: string, text: string): string | undefined {
  const opening = `<!-- handrail:${kind} `;
  const start = text.lastIndexOf(opening);
  if (start < 0) return undefined;
  const end = text.indexOf(" ", start + opening.length);
  return end < 0 ? undefined : text.slice(start + opening.length, end);
}

/** Whether a text holds a marker of the kind with exactly this value, sealed or not. */
export function hasMarker(kind: string, value: unknown, text: string): boolean {
  return text.includes(`<!-- handrail:${kind} ${payloadOf(value)} `);
}

function payloadOf(value: unknown): string {
  return encoded(JSON.stringify(value));
}

/** What is said once is looked for in each comment of an issue. */
const encoded = rememberLast(100, (json) => toBase64(inUtf8.encode(json)));
