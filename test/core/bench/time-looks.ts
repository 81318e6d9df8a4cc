import type { SimulatedRun } from "../run/simulated-run.ts";
import { smallHandbook, smallRun } from "../run/small-handbook.ts";
import { type Cost, costEach } from "./seconds.ts";

const steps = 98;
const departures = 200;

/** What a look takes where nothing is to be done: while a run goes on, and when it is over. */
export interface LookCosts {
  readonly running: Cost;
  readonly ended: Cost;
}

/** What looks take at a run of about a hundred steps in a row that has left its plan two hundred times. */
export function timeLooks(): LookCosts {
  const chain = Array.from({ length: steps }, (_, index) => {
    const after = index > 0 ? `, after: [step-${index - 1}]` : "";
    return `id: step-${index}, title: Step ${index}, role: author, duration: 1bd${after}`;
  });
  const run = smallRun(smallHandbook(chain));
  for (let comment = 0; comment < departures / 10; comment += 1) {
    const lines = Array.from({ length: 10 }, (_, index) => {
      const day = `2026-0${6 + (comment % 3)}-${10 + index}`;
      return `/due step-${50 + ((comment * 10 + index) % 48)} ${day} because of ${comment}`;
    });
    run.now = new Date(Date.parse(run.now) + 60_000).toISOString();
    run.comment(1, "stan", lines.join("\n\n"));
    run.settle();
  }
  const running = timeLook(run);
  for (const { number } of run.observed.steps) {
    run.now = new Date(Date.parse(run.now) + 60_000).toISOString();
    run.close(number, "ann");
  }
  run.settle();
  if (run.observed.run.state === "open") throw new Error("The run should be over.");
  return { running, ended: timeLook(run) };
}

function timeLook(run: SimulatedRun): Cost {
  return costEach(20, () => {
    if (run.decide().length > 0) throw new Error("The run should be at rest.");
  });
}
