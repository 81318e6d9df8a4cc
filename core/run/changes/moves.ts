import { text } from "../../text/index.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { hasSaid } from "../said.ts";
import { currentAnchorDate } from "../state/plan-of-run.ts";
import { promisedDays } from "../state/promised-days.ts";
import { isOver } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import { runOfStepBody } from "../step-issue/index.ts";
import type { Message } from "./messages.ts";

/**
 * What is said when a run has moved: one comment that tells everybody whose dates are others now, once each. Moves that
 * nobody has heard of yet count as one. Whoever moved it is not told; that steps are late is told when their turn comes. Nothing when no date of an open step has changed.
 */
export function movesOf(facts: StatusFacts): Message[] {
  const { ledger, state, definition, observed } = facts;
  const moves = ledger.entries.flatMap((entry) => (entry.kind === "moved" && entry.by !== "" ? [entry] : []));
  const keyOf = ({ at, anchorDate }: (typeof moves)[number]) => `moved ${at} ${anchorDate}`;
  const lastTold = moves.findLastIndex((entry) => hasSaid(keyOf(entry), observed.run));
  const untold = moves.slice(lastTold + 1);
  const last = untold.at(-1);
  if (!last || state.outcome !== "running") return [];
  const begin = ledger.entries.indexOf(untold[0] ?? last);
  const before = { ...ledger, entries: ledger.entries.slice(0, begin) };
  const was = promisedDays(before);
  const moved = state.tasks.filter(
    (task) => !isOver(task) && was.has(task.step) && was.get(task.step)?.[1] !== task.dueDate,
  );
  const people = [...new Set(moved.flatMap((task) => task.people))];
  if (people.length === 0) return [];
  const words = text.runComments.moved({
    by: last.by,
    above: last.comment === null ? runOfStepBody(observed.run.body) : undefined,
    anchor: definition.anchor,
    from: currentAnchorDate(before),
    to: last.anchorDate,
    reason: last.reason,
    people: people.map((login) => ({
      login,
      isTold: !isSamePerson(login, last.by),
      steps: moved
        .filter((task) => task.people.includes(login))
        .map(({ title, issue, dueDate }) => ({ title, issue: issue?.number, dueDate })),
    })),
  });
  return [{ issue: observed.run, key: keyOf(last), words }];
}
