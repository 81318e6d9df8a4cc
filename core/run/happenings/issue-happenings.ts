import type { StepId } from "../../definition/index.ts";
import type { Instant } from "../../metrics/index.ts";
import { type Markdown, md, text } from "../../text/index.ts";
import { readCollected } from "../collect/index.ts";
import { giftProblem } from "../commands/gift-problem.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import { ledgerIn } from "../ledger/notes-of.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedIssue, ObservedRun } from "../observed/observed-run.ts";
import { workOfIssue } from "../observed/work-of-issue.ts";
import type { Account } from "../people/account.ts";
import { claimOf, type HandAct, type RightsFacts } from "../rights/index.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { cancellationOf, isStillToBeOpened } from "../state/cancellation.ts";
import { childOfStep } from "../state/child-of-step.ts";
import { type RunFacts, runStateOf } from "../state/run-state.ts";
import type { RunState, TaskState } from "../state/task-state.ts";
import { beforeItsTurn, closingWords, reopeningWords } from "./by-hand-words.ts";
import { firstReactions } from "./first-reactions.ts";
import { type Happening, type Judged, learnt, nothing, putBack, putBackClosing } from "./happening.ts";
import { judgeAssignment } from "./judge-assignment.ts";
import { judgeByHand } from "./judge-by-hand.ts";
import { judgeDating } from "./judge-dating.ts";
import { knownCounts } from "./known-counts.ts";
import { longestReason } from "./reason-by-hand.ts";
import { workBeforeTurn } from "./work-before-turn.ts";

/** What was done to the issues of steps by hand: closed, opened again, handed over, dated, changed after an approval. */
export function issueHappenings(before: RunFacts, observed: ObservedRun): Happening[] {
  const { issues, now } = before;
  return [...issues].flatMap(([step, issue]) => {
    const happenings: Happening[] = [];
    const find = (state: RunState) => ({ state, task: state.tasks.find((task) => task.step === step) });
    const { closedAt, reopenedAt, assignment, dating } = issue;
    if (issue.state === "closed" && closedAt !== null) {
      happenings.push({
        at: closedAt,
        judge: (facts, state) => judgeClosing(facts, issue, closedAt, find(state), observed),
      });
    }
    if (issue.state === "open" && reopenedAt !== null) {
      happenings.push({
        at: reopenedAt,
        judge: (facts, state) => judgeReopening(facts, issue, reopenedAt, find(state), observed),
      });
    }
    if (assignment !== null && !assignment.isOurs) {
      happenings.push({
        at: assignment.at,
        judge: (facts, state) => judgeAssignment(facts, issue, find(state), observed),
      });
    }
    if (dating !== undefined && !dating.isOurs) {
      happenings.push({
        at: dating.at,
        judge: (facts, state) => judgeDating(facts, issue, dating, find(state), observed),
      });
    }
    // What came after it rests on the text as it was changed, the end of the run too.
    const changedAt = workOfIssue(issue).lastChange?.at ?? now;
    happenings.push({ at: changedAt, judge: (facts, state) => judgeText(facts, step, issue, state, before) });
    return [
      ...happenings,
      ...firstReactions(step, issue, observed),
      ...workBeforeTurn(step, issue),
      ...movesOfChild(step, issue),
    ];
  });
}

/** A step that is a run of its own is due when that run is, also when it was moved by itself. */
function movesOfChild(step: StepId, issue: ObservedIssue): Happening[] {
  const child = isChildRun(issue) ? ledgerIn(issue) : undefined;
  const moved = child?.entries.findLast((entry) => entry.kind === "moved" && entry.comment !== null);
  if (moved?.kind !== "moved") return [];
  const { at, by, byId = null, anchorDate, reason } = moved;
  return [
    {
      at,
      judge: ({ ledger }) =>
        ledger.entries.some((entry) => entry.kind === "due" && entry.step === step && entry.at === at)
          ? nothing
          : learnt({ kind: "due", step, at, by, byId, comment: null, date: anchorDate, reason }),
    },
  ];
}

/**
 * A task closed by hand is done, or skipped when it was closed as not planned: the same as the commands, with the same rights
 * and reasons. A duplicate is not done. Approvals and decisions take a command, and what the bot itself closes has ended before.
 */
function judgeClosing(
  facts: RunFacts,
  issue: ObservedIssue,
  at: Instant,
  current: { readonly task: TaskState | undefined; readonly state: RunState },
  observed: ObservedRun,
): Judged {
  const { task, state } = current;
  if (!task || task.endedAt !== undefined || task.status === "cancelled") return nothing;
  if (issue.isClosedByUs && task.kind !== "process" && task.kind !== "checkpoint") return nothing;
  // The bot closes as not planned what a decision has ruled out; once that is undone, the step is open again.
  if (issue.isClosedByUs && issue.stateReason === "not-planned" && task.kind !== "process") return nothing;
  if (issue.closings <= knownCounts(facts.ledger, task.step).closings) return nothing;
  // Closed with a run that was cancelled and has been taken up again: it is opened with it.
  if (issue.isClosedByUs && issue.stateReason === "not-planned" && isStillToBeOpened(facts.ledger, at, issue))
    return nothing;
  if (isChildRun(issue)) return judgeEndOfChild(issue, at, task, facts.handbook);
  const by = issue.closedBy ?? "";
  const byId = issue.closedById;
  const early = task.status === "planned";
  if (issue.isClosedByUs) return learnt({ kind: "closed", step: task.step, at, by, byId, early });
  const act = closingActs[issue.stateReason ?? "completed"] ?? "close-completed";
  const verdict = judgeByHand({ act, by, byId, at, issue, task }, facts, state, observed);
  if (!verdict.counts)
    return putBackClosing(issue, "by hand", closingWords(verdict, act, task, state, issue));
  if (act === "close-completed" && early && task.definition?.isStrict)
    return putBackClosing(issue, "before its turn", beforeItsTurn(task, state, issue));
  if (act === "close-not-planned")
    return learnt({ kind: "skipped", step: task.step, at, by, byId, reason: verdict.reason, comment: null });
  const who = text.runComments.to(by);
  const chosen = chosenProblem({ login: by, id: byId }, task, { ...facts, state, at, observed });
  if (chosen) return putBackClosing(issue, "by hand", md`${who}${chosen}`);
  const fields = task.definition?.collect ?? [];
  if (fields.length === 0) return learnt({ kind: "closed", step: task.step, at, by, byId, early });
  const { values, note, missing, wrong } = readCollected(verdict.reason, fields);
  const back = (words: Markdown) => putBackClosing(issue, "without values", words);
  // What is longer was cut, perhaps within a value.
  if (verdict.reason.length >= longestReason)
    return back(text.collect.closedWithout(who, text.collect.tooLong(fields)));
  if (missing.length + wrong.length > 0) {
    return back(text.collect.closedWithout(who, text.collect.asked(missing, wrong, fields)));
  }
  const noted = note === "" ? {} : { note };
  return learnt({ kind: "closed", step: task.step, at, by, byId, early, ...noted, collected: values });
}

function chosenProblem(
  account: Account,
  task: TaskState,
  { observed, ...facts }: RunFacts & Pick<RightsFacts, "state" | "at"> & { readonly observed: ObservedRun },
): Markdown | undefined {
  const rights = { ...facts, people: observed.people, run: observed.run };
  return giftProblem(account, task.roles, { ...rights, task, claim: claimOf(account, rights, task) });
}

const closingActs: Readonly<Partial<Record<NonNullable<ObservedIssue["stateReason"]>, HandAct>>> = {
  "not-planned": "close-not-planned",
  duplicate: "close-duplicate",
};

/**
 * A step that is a run of its own is over when that run is: the bot closes it then. Cancelling it skips the step, for the
 * reason that was given there. Closed by hand as done, it is the run itself that says what is still open; so it is where its notes do not say that it has
 * ended, since others may write with the bot's account.
 */
function judgeEndOfChild(issue: ObservedIssue, at: Instant, task: TaskState, handbook: RunHandbook): Judged {
  const { step, status } = task;
  const child = ledgerIn(issue);
  const cancelled = child && cancellationOf(child);
  if (issue.stateReason === "not-planned") {
    // Closed by a person, it is the run itself that says whether they may end it.
    if (cancelled === undefined && !issue.isClosedByUs) return nothing;
    const closer = issue.isClosedByUs
      ? { by: "", byId: null }
      : { by: issue.closedBy ?? "", byId: issue.closedById };
    const { by, byId = null } = cancelled ?? closer;
    return learnt({ kind: "skipped", step, at, by, byId, reason: cancelled?.reason ?? "", comment: null });
  }
  // By the text that the run above follows it may have other steps than by its own: what it notes of its work tells as well.
  const hasEnded = child?.work !== undefined || childOfStep(task, handbook)?.state.outcome === "completed";
  if (!issue.isClosedByUs || !hasEnded) return nothing;
  return learnt({ kind: "closed", step, at, by: "", byId: null, early: status === "planned" });
}

/** A task that was over and is open again was opened by hand, unless the bot has yet to close it. */
function judgeReopening(
  facts: RunFacts,
  issue: ObservedIssue,
  at: Instant,
  current: { readonly task: TaskState | undefined; readonly state: RunState },
  observed: ObservedRun,
): Judged {
  const { task, state } = current;
  const { reopenedBy: by, reopenedById: byId } = issue;
  if (!task || task.endedAt === undefined || at < task.endedAt || by === null) return nothing;
  if (issue.reopenings <= knownCounts(facts.ledger, task.step).reopenings) return nothing;
  if (isChildRun(issue))
    return goesOnAgain(issue, task.endedAt)
      ? learnt({ kind: "reopened", step: task.step, at, by, byId })
      : nothing;
  if (issue.isReopenedByUs) return nothing;
  const verdict = judgeByHand({ act: "reopen", by, byId, at, issue, task }, facts, state, observed);
  if (verdict.counts) return learnt({ kind: "reopened", step: task.step, at, by, byId });
  return putBack(issue, `opened by hand ${issue.reopenings}`, reopeningWords(verdict, by, task));
}

const goingOn: readonly LedgerEntry["kind"][] = ["reopened", "resumed", "added", "changes"];

/** Whether a run that is a step has more to do since it ended. Opening its issue alone does not do that: the run closes it again. */
function goesOnAgain(issue: ObservedIssue, endedAt: Instant): boolean {
  return ledgerIn(issue)?.entries.some(({ kind, at }) => goingOn.includes(kind) && at >= endedAt) ?? false;
}

/**
 * The text of judged work that was changed after an approval of it: the approval is asked for again. Approvals of a run that was
 * over at the last look stand as they were given: of one that ends now, GitHub tells only of the last change, and not whether there was one before the end.
 */
function judgeText(
  facts: RunFacts,
  step: StepId,
  issue: ObservedIssue,
  state: RunState,
  before: RunFacts,
): Judged {
  const { digest, lastChange } = workOfIssue(issue);
  if (state.outcome === "cancelled" || digest === "") return nothing;
  const isChanged = state.tasks.some((task) =>
    task.approvedBy.some(({ texts }) => texts.some(([judged, then]) => judged === step && then !== digest)),
  );
  if (!isChanged || (state.outcome === "completed" && runStateOf(before).outcome === "completed"))
    return nothing;
  const { at, by, byId } = lastChange ?? { at: facts.now, by: "", byId: null };
  return learnt({ kind: "edited", step, at, by, byId });
}
