import { isOver } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Change } from "./change.ts";

/** GitHub's own "blocked by" between the issues of steps; links that people added are left alone. */
export function linkChanges({ state }: StatusFacts): Change[] {
  const issueOf = new Map(state.tasks.map((task) => [task.step, task.issue]));
  return state.tasks.flatMap((task) => {
    const { issue } = task;
    // A checkpoint that is reached is closed in the same look: all that it could be blocked by is over.
    const isReached = task.kind === "checkpoint" && task.status === "ready";
    if (!issue || isOver(task) || isReached) return [];
    const within = task.dependsOn.flatMap((id) => issueOf.get(id)?.number ?? []);
    // What a run waits for, a run inside it waits for too.
    const outside = task.kind === "process" && task.dependsOn.length === 0 ? linkedAbove(state) : [];
    return [...within, ...outside.map(({ number }) => number)]
      .filter((blocking) => !issue.blockedBy.includes(blocking))
      .map((blockedBy): Change => ({ kind: "link-blocked-by", issue: issue.number, blockedBy }));
  });
}

function linkedAbove({ waitsFor }: StatusFacts["state"]) {
  return waitsFor.filter(({ isLinked }) => isLinked !== false);
}
