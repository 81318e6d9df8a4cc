import type { Step } from "../../definition/index.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { RunIssues } from "../observed/observed-run.ts";
import { readSiblingsAbove, type SiblingStanding } from "../step-issue/siblings-above.ts";

/**
 * What a run knows of the runs beside it: what the run above told it last, that this cannot be read, or that there is no run above it, since
 * it was started alone or taken off the one that started it.
 */
export type Siblings =
  | { readonly kind: "told"; readonly standings: ReadonlyMap<string, SiblingStanding> }
  | { readonly kind: "unreadable" | "alone" };

/** A step that one of a run waits for beside it; nothing is waited for where the run is `alone`. */
export interface SiblingWait extends Omit<SiblingStanding, "state"> {
  readonly state: SiblingStanding["state"] | "alone";
}

/** What a run knows of the runs beside it. */
export function siblingsOfRun({ run }: Pick<RunIssues, "run">): Siblings {
  if (!isChildRun(run)) return { kind: "alone" };
  const told = readSiblingsAbove(run.writtenBody);
  if (told === null) return { kind: "unreadable" };
  return { kind: "told", standings: new Map((told ?? []).map((standing) => [standing.id, standing])) };
}

/** What a step waits for in runs beside its own, over or not; empty for most. */
export function siblingWaitsOf({ afterSiblings = [] }: Step, siblings: Siblings): readonly SiblingWait[] {
  return afterSiblings.map((id): SiblingWait => {
    const about = { id, title: id, run: "", people: [] };
    if (siblings.kind !== "told") return { ...about, state: siblings.kind };
    return siblings.standings.get(id) ?? { ...about, state: "not-there" };
  });
}

/** Whether a step has to wait for it. What cannot be read may be open still. */
export function holds({ state }: Pick<SiblingWait, "state">): boolean {
  return state === "open" || state === "unreadable";
}
