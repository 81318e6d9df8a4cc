import type { CivilDate } from "../../calendar/index.ts";
import type { StepId } from "../../definition/index.ts";
import type { PromisedDays } from "./promised-days.ts";
import type { RunFacts } from "./run-state.ts";

/** What the tasks of a run have in common while it is worked out where each stands. */
export interface TaskFrame {
  readonly facts: RunFacts;
  readonly today: CivilDate;
  readonly timeZone: string;
  readonly isCancelled: boolean;
  readonly days: ReadonlyMap<StepId, PromisedDays>;
}
