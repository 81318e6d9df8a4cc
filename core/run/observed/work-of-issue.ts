import { ledgerIn } from "../ledger/notes-of.ts";
import { isChildRun } from "./is-child-run.ts";
import type { ObservedEdit, ObservedIssue } from "./observed-run.ts";

/** The work that a step is, as an approval judges it. */
export interface WorkOfIssue {
  /** Digest of its text, or of the texts of its steps where it is a run of its own that is over; empty where nobody knows it. */
  readonly digest: string;
  /** Who changed that last, and when; null where nobody has, or nobody asked. The bot itself keeps texts up to date, and is not meant. */
  readonly lastChange: ObservedEdit | null;
}

/** What a step says, itself or, where it is a run of its own, in the notes of that run. */
export function workOfIssue(issue: ObservedIssue): WorkOfIssue {
  const own = newestOf([issue.isEditedByPeople ? issue.lastEdit : null, issue.lastRename]);
  if (!isChildRun(issue)) return { digest: issue.workDigest, lastChange: own };
  const { digest = "", ...change } = ledgerIn(issue)?.work ?? { digest: "", at: "", by: "", byId: null };
  return { digest, lastChange: newestOf([own, change.at === "" ? null : change]) };
}

/**
 * What the steps of a run say together, as one text to make a digest of: the number of each with the digest of its own work. It is another one when a
 * text or title is changed in any of them, or in a run that is one of them.
 */
export function workInside(steps: readonly ObservedIssue[]): string {
  return steps.map((issue) => `${issue.number} ${workOfIssue(issue).digest}`).join("\n");
}

/** The newest of some changes; null where there is none. */
export function newestOf(changes: readonly (ObservedEdit | null | undefined)[]): ObservedEdit | null {
  return changes
    .filter((change) => change != null)
    .reduce<ObservedEdit | null>(
      (newest, change) => (newest === null || change.at > newest.at ? change : newest),
      null,
    );
}
