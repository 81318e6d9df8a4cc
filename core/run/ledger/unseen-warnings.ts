import type { CivilDate } from "../../calendar/index.ts";
import type { UnseenWarnings } from "./ledger.ts";

const longest = 500;

/** Warnings as a ledger keeps them until they are said; nothing when there are none. It has little room: what is over `most` is counted. */
export function unseenWarnings(
  messages: readonly string[],
  earliest: CivilDate | undefined,
  most: number,
): UnseenWarnings | undefined {
  if (messages.length === 0) return undefined;
  const kept = messages.slice(0, most).map((message) => message.slice(0, longest));
  return { messages: kept, left: messages.length - kept.length, ...(earliest && { earliest }) };
}
