import type { Instant } from "../../metrics/index.ts";
import { Temporal } from "../../temporal.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { dueMoment, momentFrameOf } from "./moments.ts";
import type { TaskState } from "./task-state.ts";

/** The moment a task is due: by the clock of whoever has it, and the last of them where they live apart. */
export function dueMomentOf(
  task: Pick<TaskState, "dueDate" | "definition" | "awaited">,
  facts: { readonly handbook: RunHandbook },
): Instant {
  const people = task.awaited.length > 0 ? task.awaited : [undefined];
  const moments = people.map((person) => dueMoment(task.dueDate, momentFrameOf(facts, task, person)));
  return moments.sort(Temporal.Instant.compare).at(-1) ?? "";
}
