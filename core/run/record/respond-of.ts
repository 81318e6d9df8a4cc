import type { RespondRecord } from "../../metrics/index.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { momentFrameOf } from "../state/moments.ts";
import type { TaskState } from "../state/task-state.ts";
import { workingMinutes } from "../state/working-minutes.ts";
import type { StatusFacts } from "../status-comment.ts";

/**
 * How soon whoever has a step reacted to its turn: a comment of theirs on the step, a command about it, wherever they wrote it,
 * or its end. Nothing for a step that asks for no reaction in a given time. The clock counts working time, from its turn.
 */
export function respondOf(task: TaskState, facts: StatusFacts): RespondRecord | undefined {
  const targetMinutes = task.definition?.respondMinutes;
  if (targetMinutes === undefined || task.isLeftOut) return undefined;
  const { readyAt } = task;
  if (readyAt === undefined) return { targetMinutes };
  const respondedAt = firstReaction(readyAt, task, facts);
  const minutes = workingMinutes(readyAt, respondedAt ?? facts.now, momentFrameOf(facts));
  return { targetMinutes, ...(respondedAt !== undefined && { respondedAt }), minutes };
}

function firstReaction(readyAt: string, task: TaskState, { ledger }: StatusFacts): string | undefined {
  const isInCharge = (login: string) => task.people.some((person) => isSamePerson(person, login));
  const comments = (task.issue?.comments ?? [])
    .filter(({ isOurs, author }) => !isOurs && isInCharge(author))
    .map(({ createdAt }) => createdAt);
  const commands = ledger.entries
    .filter((entry) => "step" in entry && entry.step === task.step && isInCharge(entry.by))
    .map(({ at }) => at);
  return [...comments, ...commands, ...(task.endedAt === undefined ? [] : [task.endedAt])]
    .filter((at) => at >= readyAt)
    .sort()[0];
}
