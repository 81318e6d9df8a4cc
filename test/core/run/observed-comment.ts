import type { ObservedComment } from "../../../core/run/observed/observed-run.ts";

/** A comment of the bot. */
export function ourComment(body: string, change: Partial<ObservedComment> = {}): ObservedComment {
  return {
    id: "C1",
    number: 1,
    author: "handrail[bot]",
    authorId: 1,
    isByOurAccount: true,
    isOurs: true,
    isByApp: true,
    isEditedByPeople: false,
    edit: null,
    doubts: new Map(),
    body,
    createdAt: "2026-11-02T09:00:00Z",
    hasOurReaction: false,
    isSetAside: false,
    ...change,
  };
}
