import { SimulatedRun, type SimulationOptions } from "./simulated-run.ts";
import { processFile, smallHandbook } from "./small-handbook.ts";

/** One process of several, each of which has the next one as its step with the title Inside. */
export interface NestedProcess {
  readonly steps: readonly string[];
  readonly head?: readonly string[];
}

/** Runs in one another, of the processes `work`, `inside-1`, `inside-2` and so on: the first is at the top. */
export class NestedRuns {
  readonly runs: readonly SimulatedRun[];

  constructor(
    [top, ...below]: readonly [NestedProcess, ...NestedProcess[]],
    {
      permissions = {},
      answers = {},
      startedBy = "stan",
    }: Pick<SimulationOptions, "permissions" | "answers" | "startedBy"> = {},
  ) {
    const files = Object.fromEntries(
      below.map(({ steps, head }, index) => [
        `content/inside-${index + 1}.mdx`,
        processFile(`Inside ${index + 1}`, steps, head),
      ]),
    );
    const handbook = smallHandbook(top.steps, { files, ...(top.head && { head: top.head }) });
    this.runs = [top, ...below].map(
      (_, index) =>
        new SimulatedRun({
          handbook,
          process: index === 0 ? "work" : `inside-${index}`,
          anchorDate: "2026-06-01",
          now: "2026-03-02T08:00:00Z",
          startedBy,
          permissions,
          ...(index === 0 ? { answers } : { lastNumber: 100 * index }),
        }),
    );
    // Whoever is in several has one account.
    for (const login of ["lea", "dora", "ann", "ed", "dee", "law", ...Object.keys(permissions)])
      for (const run of this.runs) run.idOf(login);
    this.settle();
  }

  /** The run that lies so deep; the one at the top at 0. */
  at(depth: number): SimulatedRun {
    const found = this.runs[depth];
    if (found === undefined) throw new Error(`There is no run ${depth} below the top.`);
    return found;
  }

  /** Looks at all in turn until nothing is left; what one writes on an issue that it shares with another, the other sees too. */
  settle(): void {
    for (let round = 0; round < 10; round += 1) {
      const written = this.#written();
      for (const [index, run] of this.runs.entries()) {
        this.#handDown(index);
        run.settle();
        this.#handUp(index);
      }
      if (written === this.#written()) return;
    }
    throw new Error("The runs did not come to rest.");
  }

  /** A minute later somebody writes on a step of one of the runs, or on the run itself where no title is given. */
  write(depth: number, title: string, who: string, words: string): void {
    const now = new Date(Date.parse(this.at(0).now) + 60_000).toISOString();
    for (const run of this.runs) run.now = now;
    const run = this.at(depth);
    run.comment(title === "" ? run.observed.run.number : run.step(title).number, who, words);
    this.#handUp(depth);
    this.settle();
  }

  #written(): number {
    return this.runs.reduce((sum, { changes }) => sum + changes.length, 0);
  }

  #handDown(index: number): void {
    if (index === 0) return;
    const run = this.at(index);
    run.observed = { ...run.observed, run: this.at(index - 1).step("Inside") };
  }

  #handUp(index: number): void {
    if (index === 0) return;
    const { run } = this.at(index).observed;
    this.at(index - 1).update(run.number, () => run);
  }
}
