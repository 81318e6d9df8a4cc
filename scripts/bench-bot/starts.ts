import { startWithHandrail, startWithRest } from "../../test/bot/bench/start-long-run.ts";
import { table } from "./table.ts";

/** What it takes to start a run, beside the same with REST and Probot's defaults. */
export async function starts(): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const steps of [8, 20, 60, 98]) {
    const ours = await startWithHandrail(steps);
    const rest = await startWithRest(steps);
    const cells = [steps, ours.requests, ours.requests - steps, ours.points, ours.seconds.toFixed(1)];
    rows.push([...cells, rest.requests, rest.seconds.toFixed(1)]);
  }
  return table(
    "Starting a run: requests and points, and seconds that their spacing takes",
    [
      "steps",
      "Handrail: requests",
      "beyond one a step",
      "points",
      "seconds",
      "REST one by one, Probot's defaults: requests",
      "seconds",
    ],
    rows,
  );
}
