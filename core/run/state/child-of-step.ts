import { type ProcessDefinition, unfoldDefinition } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ledgerIn } from "../ledger/notes-of.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { runStateOf } from "./run-state.ts";
import { siblingsOfRun } from "./siblings-of-run.ts";
import type { RunState, TaskState } from "./task-state.ts";

/** The run that a step is, as its own notes have it. */
export interface ChildOfStep {
  readonly ledger: Ledger;
  readonly definition: ProcessDefinition;
  /** Where it stands; its dates count for nothing, and nobody has looked at its issues. */
  readonly state: RunState;
}

/** The run that a step is; nothing for every other step, and while that run has not begun. */
export function childOfStep(
  { kind, issue }: Pick<TaskState, "kind" | "issue">,
  handbook: RunHandbook,
): ChildOfStep | undefined {
  if (kind !== "process" || issue === undefined || !isChildRun(issue)) return undefined;
  const ledger = ledgerIn(issue);
  const written = ledger && handbook.handbook.processes.get(ledger.process);
  if (!ledger || !written || ledger.startedAt === null) return undefined;
  const definition = unfoldDefinition(written, ledger.answers);
  // What has become of its steps hangs on no date, so any moment will do.
  const facts = {
    ledger,
    definition,
    handbook,
    issues: new Map(),
    waitsFor: [],
    siblings: siblingsOfRun({ run: issue }),
    now: ledger.startedAt,
  };
  return { ledger, definition, state: runStateOf(facts) };
}
