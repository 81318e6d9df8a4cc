import { fromBase64, toBase64 } from "../base64.ts";

/**
 * Hidden notes in texts that the bot writes: `<!-- handrail:kind payload -->`. The payload is base64 of JSON, so no
 * value in it can end the comment or look like another marker. A marker counts only in a text that the bot itself
 * wrote; whoever reads one has to make sure of that first.
 */
export function writeMarker(kind: string, value: unknown): string {
  return `<!-- handrail:${kind} ${toBase64(encoder.encode(JSON.stringify(value)))} -->`;
}

/** The value of the last marker of a kind in a text; nothing when there is none or it is damaged. */
export function readMarker(kind: string, text: string): unknown {
  const opening = `<!-- handrail:${kind} `;
  const start = text.lastIndexOf(opening);
  if (start < 0) return undefined;
  const end = text.indexOf(" -->", start + opening.length);
  if (end < 0) return undefined;
  try {
    return JSON.parse(decoder.decode(fromBase64(text.slice(start + opening.length, end))));
  } catch {
    return undefined;
  }
}

/** Whether a text holds a marker of the kind with exactly this value. */
export function hasMarker(kind: string, value: unknown, text: string): boolean {
  return text.includes(writeMarker(kind, value));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });
