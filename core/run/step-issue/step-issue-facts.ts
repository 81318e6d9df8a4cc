import type { ProcessDefinition } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { ObservedRun } from "../observed/observed-run.ts";
import type { RunHandbook } from "../run-handbook.ts";
import type { RunState, TaskState } from "../state/task-state.ts";

/** What a step's issue is written from. */
export interface StepIssueFacts {
  readonly task: TaskState;
  readonly state: RunState;
  readonly ledger: Ledger;
  readonly definition: ProcessDefinition;
  readonly handbook: RunHandbook;
  readonly observed: ObservedRun;
  readonly now: string;
}
