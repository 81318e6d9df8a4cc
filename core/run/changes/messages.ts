import type { Change } from "../change.ts";
import type { StatusFacts } from "../status-comment.ts";

/** What people are told, each thing once. */
export function messageChanges(_facts: StatusFacts): Change[] {
  return [];
}
