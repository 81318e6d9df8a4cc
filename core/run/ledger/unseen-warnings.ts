import type { CivilDate } from "../../calendar/index.ts";
import type { UnseenWarnings } from "./ledger.ts";

/** A ledger has little room; what is over is counted. */
const mostKept = 20;
const longest = 500;

/** Warnings as a ledger keeps them until they are said; nothing when there are none. */
export function unseenWarnings(
  messages: readonly string[],
  earliest: CivilDate | undefined,
): UnseenWarnings | undefined {
  if (messages.length === 0) return undefined;
  const kept = messages.slice(0, mostKept).map((message) => message.slice(0, longest));
  return { messages: kept, left: messages.length - kept.length, ...(earliest && { earliest }) };
}
