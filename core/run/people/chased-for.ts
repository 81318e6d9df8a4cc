import type { TaskState } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import { answerableFor } from "./answerable-for.ts";

/**
 * Whom to remind of a step: those whose turn it is. A step that is with somebody outside the team, with nobody, or only with people who have agreed
 * already and speak for no second part, falls back on whoever answers for it, then for the process; empty only when nobody does.
 */
export function chasedFor(task: TaskState, facts: StatusFacts): readonly string[] {
  if (task.awaited.length > 0 || task.question !== undefined) return task.awaited;
  const roles = [
    task.definition?.accountable ?? facts.definition.processOwner,
    facts.definition.processOwner,
  ];
  return roles.flatMap((role) => answerableFor(role, facts)?.login ?? []).slice(0, 1);
}
