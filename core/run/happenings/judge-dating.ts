import type { CivilDate } from "../../calendar/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import { putBackKeys } from "../changes/promised-back.ts";
import { isTooFar } from "../commands/too-far.ts";
import { unseenWarnings } from "../ledger/unseen-warnings.ts";
import type { ObservedDating, ObservedIssue, ObservedRun } from "../observed/observed-run.ts";
import type { RunFacts } from "../state/run-state.ts";
import type { RunState, TaskState } from "../state/task-state.ts";
import { type Judged, learnt, nothing, putBack } from "./happening.ts";
import { judgeByHand } from "./judge-by-hand.ts";
import { openedAgainAt } from "./opened-again-at.ts";
import { warningsOfChange } from "./warnings-of-change.ts";

/** Of a date set by hand; a step is dated more than once. */
const mostWarnings = 5;

/**
 * Another native date, set by a person: the same request as `/due`, with the same right, reason and warnings. Nobody can be asked
 * to confirm what is done by hand, so what `/due` would ask about is put back with that command. A run inside this one is moved by
 * `/move`, and a date that is taken off comes back. What was done to the date of a step that was over comes back without a word
 * when that is opened again.
 */
export function judgeDating(
  facts: RunFacts,
  issue: ObservedIssue,
  dating: ObservedDating,
  { task, state }: { readonly task: TaskState | undefined; readonly state: RunState },
  observed: ObservedRun,
): Judged {
  const { at, by, byId, date } = dating;
  if (!task || task.endedAt !== undefined || task.status === "cancelled" || state.outcome !== "running")
    return nothing;
  const isKnown = facts.ledger.entries.some(
    (entry) => entry.kind === "due" && entry.step === task.step && entry.at >= at,
  );
  if (isKnown || date === task.dueDate || at <= openedAgainAt(task, facts.ledger)) return nothing;
  const back = (words: Markdown) => putBack(issue, putBackKeys.dated(at), words);
  const who = text.runComments.to(by);
  const { putBack: words } = text.rights;
  const line = (day: CivilDate) => `/${task.kind === "process" ? "move" : "due"} ${day} why it moves`;
  if (date === null) return back(words.dateTakenOff(who, task.dueDate));
  if (task.kind === "process") return back(words.datedRun(who, task.dueDate, line(date)));
  const verdict = judgeByHand({ act: "date", by, byId, at, issue, task }, facts, state, observed);
  if (!verdict.counts && verdict.because === "unclear")
    return back(words.datedUnclear(who, task, task.dueDate));
  if (!verdict.counts)
    return back(
      verdict.because === "no-reason"
        ? words.datedWithoutReason(who, task.dueDate, line(date))
        : words.dated(who, verdict.others, verdict.people, task.dueDate),
    );
  if (date < state.today) return back(words.datedInPast(who, date, task.dueDate));
  if (isTooFar(date, state.today)) return back(words.datedTooFar(who, date, task.dueDate));
  const { step } = task;
  const entry = { kind: "due", step, at, by, byId, comment: null, date, reason: verdict.reason } as const;
  // As it stood when it was dated, like the state: what was right then is not wrong because it is read on another day.
  const { messages } = warningsOfChange(entry, { ...facts, now: at }, state);
  const warnings = unseenWarnings(messages, undefined, mostWarnings);
  const { confirm } = facts.handbook.handbook.config;
  if (confirm === "always" || (confirm === "on-warnings" && warnings !== undefined))
    return back(words.datedUnasked(who, task.dueDate, line(date), warnings));
  return learnt({ ...entry, ...(warnings && { warnings }) });
}
