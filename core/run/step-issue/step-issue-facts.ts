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

/** A step as the text before the one that its run was just moved to has it, with the ledger as it was. */
export type EarlierText = Pick<StepIssueFacts, "task" | "ledger" | "definition" | "handbook">;
