import { text } from "../../text/index.ts";
import { holds } from "./siblings-of-run.ts";
import type { RunState, TaskState } from "./task-state.ts";

/** The titles of what a step still waits for: in its own run, before the run as a whole, and in runs beside it. */
export function stillAwaited(task: TaskState, state: RunState): readonly string[] {
  const own = state.tasks.filter(
    (other) => task.dependsOn.includes(other.step) && other.endedAt === undefined,
  );
  return [...own.map(({ title }) => title), ...awaitedOutside(task, state)];
}

/** The part of it that lies outside the run. */
export function awaitedOutside({ dependsOn, siblings = [] }: TaskState, state: RunState): readonly string[] {
  const above = dependsOn.length === 0 ? state.waitsFor.filter((blocker) => blocker.state === "open") : [];
  return [
    ...above.map(({ title }) => title),
    ...siblings.filter(holds).map((sibling) => text.siblings.nameOf(sibling)),
  ];
}
