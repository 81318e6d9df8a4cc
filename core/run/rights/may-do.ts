import type { Act, Approvals, Reason, Right, Standing, Subject } from "./right.ts";
import { rights } from "./rights.ts";

/** Whether somebody may do something: with a reason or without, or why not. */
export type Verdict =
  | { readonly may: true; readonly reason: Reason }
  | {
      readonly may: false;
      /**
       * `visitor`: nothing to do with the run. `judged`: it is their own work. `unclear`: nobody can tell here whether it is. `standing`: others may.
       * `nobody`: it cannot be done to such a thing at all.
       */
      readonly because: "visitor" | "judged" | "unclear" | "standing" | "nobody";
      /** The standings that would be enough; empty when nobody may. */
      readonly others: readonly Standing[];
    };

/** What is known of a person where the act is to be done. */
export interface Claim {
  readonly standings: ReadonlySet<Standing>;
  /** Whether their own work is judged by an approval that is meant, or that hangs on what is meant; false for everything else. */
  readonly isJudged: boolean;
  /** Whether nobody can tell that here, and they are no administrator of the repository; absent for no. Whoever approves is asked about it then. */
  readonly isUnclear?: boolean | undefined;
}

/** The row of the table for an act on a subject; nothing when nobody may do that. */
export function rightFor(act: Act, on: Subject, approvals: Approvals): Right | undefined {
  return rights.find(
    (right) =>
      right.acts.includes(act) &&
      right.on.includes(on) &&
      (right.approvals === undefined || right.approvals === approvals),
  );
}

/** May this person do this here? The only place that answers it, from the table of rights. */
export function mayDo(act: Act, on: Subject, approvals: Approvals, claim: Claim): Verdict {
  const right = rightFor(act, on, approvals);
  const others = right?.may ?? [];
  if (claim.standings.size === 0) return { may: false, because: "visitor", others };
  if (right === undefined) return { may: false, because: "nobody", others };
  const enough = right.may.filter((standing) => claim.standings.has(standing));
  if (enough.length === 0) return { may: false, because: "standing", others };
  if (right.notJudged && claim.isJudged) return { may: false, because: "judged", others };
  if (claim.isUnclear && !mayUnseen(right, on, enough)) return { may: false, because: "unclear", others: [] };
  return { may: true, reason: right.reason };
}

/**
 * Whether a person may do this while nobody can tell if it is about an approval of their own work: whoever approves is asked about that then, and whoever has a step that
 * settles what an approval hangs on settles it also about their own work. Whoever answers for such a step does not.
 */
function mayUnseen({ notJudged }: Right, on: Subject, enough: readonly Standing[]): boolean {
  if (notJudged) return enough.includes("approver");
  return !gates.has(on) || enough.some((standing) => standing !== "accountable");
}

/** The steps that settle what an approval hangs on. */
const gates: ReadonlySet<Subject> = new Set(["gate-decision", "gate-task"]);
