import { type Markdown, text } from "../../text/index.ts";
import { isOver } from "../state/task-state.ts";
import type { StepCommandContext } from "./command.ts";

/** Why a step cannot be judged or decided now: it is over, or it waits for others. */
export function notItsTurn({ task, state }: StepCommandContext): Markdown {
  if (task.outcome !== undefined && task.endedAt !== undefined)
    return text.run.decidedAlready(task.title, task.outcome, task.endedBy ?? "");
  if (isOver(task)) return text.run.alreadyOver(task.title);
  const open = state.tasks.filter(
    (other) => task.dependsOn.includes(other.step) && other.endedAt === undefined,
  );
  const outside =
    task.dependsOn.length === 0 ? state.waitsFor.filter((blocker) => blocker.state === "open") : [];
  return text.run.notItsTurn(
    task.title,
    [...open, ...outside].map(({ title }) => title),
  );
}
