import type { RespondRecord } from "../../metrics/index.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { momentFrameOf } from "../state/moments.ts";
import { isOver, type TaskState } from "../state/task-state.ts";
import { workingMinutes } from "../state/working-minutes.ts";
import type { StatusFacts } from "../status-comment.ts";

/**
 * How soon whoever has a step reacted to its turn: a comment of theirs on the step, a sign on it or a tick in it, a command about it,
 * wherever they wrote it, or its end. Nothing for a step that asks for no reaction in a given time. The clock counts the working time of
 * whoever reacted, from its turn; while nobody has, of whoever has had most of it.
 */
export function respondOf(
  task: TaskState,
  facts: Pick<StatusFacts, "ledger" | "handbook" | "now">,
): RespondRecord | undefined {
  const targetMinutes = task.definition?.respondMinutes;
  if (targetMinutes === undefined || task.isLeftOut) return undefined;
  const { readyAt } = task;
  if (readyAt === undefined) return { targetMinutes };
  const first = firstReaction(readyAt, task, facts);
  const respondedAt = first?.at;
  const asked = first?.by === undefined ? task.people : [first.by];
  const minutes = Math.max(
    ...(asked.length > 0 ? asked : [undefined]).map((person) =>
      workingMinutes(readyAt, respondedAt ?? facts.now, momentFrameOf(facts, undefined, person)),
    ),
  );
  return { targetMinutes, ...(respondedAt !== undefined && { respondedAt }), minutes };
}

/**
 * The reaction to the turn of a step that goes on, as status and step tell it: once there is one, or none within the time asked for. Until
 * then nothing, since it would be another text at each look.
 */
export function settledReaction(
  task: TaskState,
  facts: Pick<StatusFacts, "ledger" | "handbook" | "now">,
): { targetMinutes: number; minutes: number; hasReacted: boolean } | undefined {
  if (isOver(task)) return undefined;
  const { targetMinutes = 0, minutes, respondedAt } = respondOf(task, facts) ?? {};
  if (minutes === undefined) return undefined;
  if (respondedAt !== undefined) return { targetMinutes, minutes, hasReacted: true };
  return minutes > targetMinutes
    ? { targetMinutes, minutes: targetMinutes + 1, hasReacted: false }
    : undefined;
}

/** When somebody in charge reacted, and who; nobody where a step has ended without a word of theirs. */
interface Reaction {
  readonly at: string;
  readonly by: string | undefined;
}

function firstReaction(
  readyAt: string,
  task: TaskState,
  { ledger }: Pick<StatusFacts, "ledger">,
): Reaction | undefined {
  const isInCharge = (login: string) => task.people.some((person) => isSamePerson(person, login));
  const comments = (task.issue?.comments ?? [])
    .filter(({ isOurs, author }) => !isOurs && isInCharge(author))
    .map(({ createdAt, author }): Reaction => ({ at: createdAt, by: author }));
  const commands = ledger.entries
    .filter((entry) => "step" in entry && entry.step === task.step && isInCharge(entry.by))
    .map(({ at, by }): Reaction => ({ at, by }));
  const end: Reaction[] = task.endedAt === undefined ? [] : [{ at: task.endedAt, by: undefined }];
  return [...comments, ...commands, ...end]
    .filter(({ at }) => at >= readyAt)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))[0];
}
