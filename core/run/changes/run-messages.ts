import { text } from "../../text/index.ts";
import { cancellationOf } from "../state/cancellation.ts";
import { isOver } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import { isStepOfChanges } from "../step-issue/index.ts";
import { changedWhenOver } from "./changed-when-over.ts";
import { datingWarnings } from "./dating-warnings.ts";
import type { Message } from "./messages.ts";
import { misfits } from "./misfits.ts";
import { moveWarnings } from "./move-warnings.ts";
import { newDates } from "./new-dates.ts";
import { notesMessages } from "./notes-messages.ts";
import { openedInCancelled } from "./opened-in-cancelled.ts";
import { begunTogether, startWarnings } from "./start-warnings.ts";
import { startersWord } from "./starters-word.ts";
import { upgraded } from "./upgraded.ts";

/** What is said about the run as a whole: that it has moved, that it is cancelled, that it is open again and why, or what was changed in it since it is over. */
export function runMessages(facts: StatusFacts): Message[] {
  return [
    ...notesMessages(facts),
    ...startWarnings(facts),
    ...begunTogether(facts),
    ...newDates(facts),
    ...moveWarnings(facts),
    ...datingWarnings(facts),
    ...upgraded(facts),
    ...startersWord(facts),
    ...misfits(facts),
    ...cancelled(facts),
    ...openedAgain(facts),
    ...closedAgain(facts),
    ...openedInCancelled(facts),
    ...changedWhenOver(facts),
  ];
}

function cancelled({ ledger, observed }: StatusFacts): Message[] {
  const entry = cancellationOf(ledger);
  // Closed by ourselves as a step of the run above, whose issue and comments tell why.
  if (!entry || (entry.comment === null && observed.run.isClosedByUs)) return [];
  const words =
    entry.comment === null
      ? text.runComments.cancelledByHand(entry.by)
      : text.runComments.cancelled(entry.by, entry.reason);
  return [{ issue: observed.run, key: `cancelled ${entry.at}`, words }];
}

/** An issue that is closed while its run goes on: somebody closed it too early, or a step of a finished run was opened again. */
function openedAgain({ ledger, observed, state }: StatusFacts): Message[] {
  const { run } = observed;
  if (state.outcome !== "running" || run.state === "open") return [];
  // Whoever wanted to end it hears why it goes on.
  if (run.stateReason === "not-planned" && !run.isClosedByUs) return [];
  const open = state.tasks.filter((task) => !task.isLeftOut && !isOver(task));
  if (!run.isClosedByUs) {
    const words = text.runComments.closingIsNoEnd(run.closedBy, open.length);
    return [{ issue: run, key: `closed by hand ${run.closings}`, words }];
  }
  const reason = ledger.entries.findLast(({ kind }) => kind === "reopened" || kind === "added");
  // Asked for by an approver of the run above, whose words are on this issue already.
  if (reason?.kind === "added" && isStepOfChanges(reason.step)) return [];
  const title = open.find((task) => reason && "step" in reason && task.step === reason.step)?.title;
  const words = text.runComments.goesOn(reason?.by ?? "", title ?? open[0]?.title ?? "");
  return [{ issue: run, key: `goes on ${run.closings}`, words }];
}

/** The issue of a finished run that somebody opened again: it is closed once more, with a word to them what to do instead. */
function closedAgain({ observed, state }: StatusFacts): Message[] {
  const { run } = observed;
  const ends = state.tasks.flatMap((task) => task.endedAt ?? []).sort();
  const wasOpened = run.reopenedAt !== null && run.reopenedAt > (ends.at(-1) ?? "");
  if (state.outcome !== "completed" || run.state === "closed" || !wasOpened || run.isReopenedByUs) return [];
  const words = text.runComments.nothingLeft(run.reopenedBy);
  return [{ issue: run, key: `closed again ${run.reopenings}`, words }];
}
