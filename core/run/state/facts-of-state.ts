import type { RunFacts } from "./run-state.ts";
import type { RunState } from "./task-state.ts";

/** What is looked at of a run whose state is known. */
interface KnownRun extends Pick<RunFacts, "ledger" | "definition" | "handbook" | "now"> {
  readonly state: RunState;
}

/** The facts behind the state of a run, to see how it would stand if one of them were another. */
export function factsOfState({ ledger, definition, handbook, state, now }: KnownRun): RunFacts {
  const issues = new Map(state.tasks.flatMap(({ step, issue }) => (issue ? [[step, issue] as const] : [])));
  const { waitsFor, siblings } = state;
  return { ledger, definition, handbook, issues, waitsFor, siblings, now };
}
