import { type Markdown, text } from "../../text/index.ts";
import { stillAwaited } from "../state/still-awaited.ts";
import { isOver } from "../state/task-state.ts";
import type { StepCommandContext } from "./command.ts";

/**
 * Whether a command was written before the step's turn came, or before its work was handed in last. It is not followed then,
 * also where it is read only now: somebody may have deleted the answer it got.
 */
export function isFromEarlier({ task, at }: Pick<StepCommandContext, "task" | "at">): boolean {
  return (task.readyAt !== undefined && at < task.readyAt) || at < (task.openedAgainAt ?? "");
}

/** Why a step cannot be judged or decided now: it is over, or it waits for others. */
export function notItsTurn({ task, state }: StepCommandContext): Markdown {
  if (task.outcome !== undefined && task.endedAt !== undefined)
    return text.run.decidedAlready(task.title, task.outcome, task.endedBy ?? "");
  if (isOver(task)) return text.run.alreadyOver(task.title);
  return text.run.notItsTurn(task.title, stillAwaited(task, state));
}
