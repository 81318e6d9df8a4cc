import type { Instant } from "../../metrics/index.ts";
import { whoToAsk } from "../commands/who-to-ask.ts";
import type { ObservedIssue, ObservedRun } from "../observed/observed-run.ts";
import { claimOf, type HandAct, mayDo, type Reason, type Standing, subjectOf } from "../rights/index.ts";
import type { RunFacts } from "../state/run-state.ts";
import type { RunState, TaskState } from "../state/task-state.ts";
import { reasonByHand } from "./reason-by-hand.ts";

/** Something done by hand: what, to which issue, by whom and when. */
export interface ByHand {
  readonly act: HandAct;
  readonly by: string;
  /** Database id of that account; null when GitHub does not say. */
  readonly byId: number | null;
  readonly at: Instant;
  readonly issue: ObservedIssue;
  /** The step whose issue it is; absent for the issue of the run. */
  readonly task?: TaskState | undefined;
}

/** Whether an act by hand counts, with the reason that was given for it; or why it is put back. */
export type HandVerdict =
  | { readonly counts: true; readonly reason: string }
  | {
      readonly counts: false;
      readonly because: "standing" | "judged" | "unclear" | "nobody" | "no-reason";
      readonly others: readonly Standing[];
      /** Whom to ask instead. */
      readonly people: readonly string[];
    };

/** Asks the table of rights about something done by hand; where a plan is left, a reason is asked for as of a command. */
export function judgeByHand(
  { act, by, byId, at, issue, task }: ByHand,
  facts: RunFacts,
  state: RunState,
  observed: ObservedRun,
): HandVerdict {
  const { ledger, definition, handbook } = facts;
  const rights = { ledger, state, definition, handbook, people: observed.people, run: observed.run, at };
  const account = { login: by, id: byId };
  const subject = subjectOf(act, task, rights);
  const verdict = mayDo(act, subject, handbook.handbook.config.approvals, claimOf(account, rights, task));
  if (!verdict.may) {
    const because = verdict.because === "visitor" ? "standing" : verdict.because;
    const { others } = verdict;
    return { counts: false, because, others, people: whoToAsk(others, rights, task) };
  }
  const reason = reasonByHand(issue, account, at);
  return reason === "" && isNeeded(verdict.reason, task)
    ? { counts: false, because: "no-reason", others: [], people: [] }
    : { counts: true, reason };
}

function isNeeded(reason: Reason, task: TaskState | undefined): boolean {
  return reason === "always" || (reason === "unless-optional" && task?.definition?.optional !== true);
}
