import { type NestedProcess, NestedRuns } from "./nested-runs.ts";
import type { SimulatedRun, SimulationOptions } from "./simulated-run.ts";

/** A run with another one in it, of the process `inside-1`, which one of its steps with the title Inside starts. */
export class RunInside extends NestedRuns {
  readonly above: SimulatedRun;
  readonly inside: SimulatedRun;

  constructor(
    steps: readonly string[],
    within: NestedProcess,
    permissions: SimulationOptions["permissions"] = {},
  ) {
    super([{ steps }, within], { permissions });
    this.above = this.at(0);
    this.inside = this.at(1);
  }

  /** A minute later somebody writes on a step of the run above, or on that run itself where no title is given. */
  writeAbove(title: string, who: string, words: string): void {
    this.write(0, title, who, words);
  }

  /** The same in the run inside it. */
  writeInside(title: string, who: string, words: string): void {
    this.write(1, title, who, words);
  }
}
