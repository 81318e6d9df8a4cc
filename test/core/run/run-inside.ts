import { SimulatedRun, type SimulationOptions } from "./simulated-run.ts";
import { processFile, smallHandbook } from "./small-handbook.ts";

/** A run with another one in it, of the process `inside`, which one of its steps with the title Inside starts. */
export class RunInside {
  readonly above: SimulatedRun;
  readonly inside: SimulatedRun;

  constructor(
    steps: readonly string[],
    within: { readonly steps: readonly string[]; readonly head?: readonly string[] },
    permissions: SimulationOptions["permissions"] = {},
  ) {
    const files = { "content/inside.mdx": processFile("Inside", within.steps, within.head) };
    const options = {
      handbook: smallHandbook(steps, { files }),
      anchorDate: "2026-06-01",
      now: "2026-03-02T08:00:00Z",
      startedBy: "stan",
      permissions,
    };
    this.above = new SimulatedRun({ ...options, process: "work" });
    this.inside = new SimulatedRun({ ...options, process: "inside", lastNumber: 100 });
    // Whoever is in both has one account.
    for (const login of ["lea", "dora", "ann", "ed", "dee", "law", ...Object.keys(permissions)])
      for (const run of [this.above, this.inside]) run.idOf(login);
    this.above.settle();
    this.inside.observed = { ...this.inside.observed, run: this.above.step("Inside") };
    this.settle();
  }

  /** Looks at both in turn until nothing is left; what one writes on the issue that they share, the other sees too. */
  settle(): void {
    for (let round = 0; round < 10; round += 1) {
      const written = this.above.changes.length + this.inside.changes.length;
      this.above.settle();
      this.inside.observed = { ...this.inside.observed, run: this.above.step("Inside") };
      this.inside.settle();
      this.#handUp();
      if (written === this.above.changes.length + this.inside.changes.length) return;
    }
    throw new Error("The runs did not come to rest.");
  }

  /** A minute later somebody writes on a step of the run above, or on that run itself where no title is given. */
  writeAbove(title: string, who: string, words: string): void {
    this.#later();
    this.above.comment(title === "" ? 1 : this.above.step(title).number, who, words);
    this.settle();
  }

  /** The same in the run inside it. */
  writeInside(title: string, who: string, words: string): void {
    this.#later();
    const { inside } = this;
    inside.comment(title === "" ? inside.observed.run.number : inside.step(title).number, who, words);
    this.#handUp();
    this.settle();
  }

  #later(): void {
    const now = new Date(Date.parse(this.above.now) + 60_000).toISOString();
    for (const run of [this.above, this.inside]) run.now = now;
  }

  #handUp(): void {
    const { run } = this.inside.observed;
    this.above.update(run.number, () => run);
  }
}
