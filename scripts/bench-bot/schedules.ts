import { runSchedules } from "../faults/run-schedules.ts";
import { table } from "./table.ts";

const schedules = 108;

/** How many lives full of faults are played in a second, and what they take of the processor. */
export async function schedulesPlayed(): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const [processes, stale] of [
    [1, false],
    [2, true],
  ] as const) {
    const [began, before] = [performance.now(), process.cpuUsage()];
    const { ours } = await runSchedules({ schedules, seed: 1, processes, stale });
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(before);
    rows.push([
      stale ? "two, reads lag" : "one",
      ours.schedules,
      ours.faults,
      ours.failed,
      (ours.schedules / seconds).toFixed(1),
      ((user + system) / 1_000_000).toFixed(0),
    ]);
  }
  return table(
    "Lives under faults",
    ["processes", "lives", "faults", "ended otherwise", "lives a second", "processor seconds"],
    rows,
  );
}
