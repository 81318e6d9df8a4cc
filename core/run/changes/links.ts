import type { Change } from "../change.ts";
import type { StatusFacts } from "../status-comment.ts";
import { isOver } from "../task-state.ts";

/** GitHub's own "blocked by" between the issues of steps; links that people added are left alone. */
export function linkChanges({ state }: StatusFacts): Change[] {
  const issueOf = new Map(state.tasks.map((task) => [task.step, task.issue]));
  return state.tasks.flatMap((task) => {
    const { issue } = task;
    if (!issue || isOver(task)) return [];
    return task.dependsOn.flatMap((id): Change[] => {
      const blocking = issueOf.get(id);
      if (!blocking || issue.blockedBy.includes(blocking.number)) return [];
      return [{ kind: "link-blocked-by", issue: issue.number, blockedBy: blocking.number }];
    });
  });
}
