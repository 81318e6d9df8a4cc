import { idleSweep } from "../../test/bot/bench/idle-sweep.ts";
import { table } from "./table.ts";

/** What a sweep costs when nothing is due: the first one of a process, and each later one. */
export async function sweeps(): Promise<string> {
  const rows: number[][] = [];
  for (const [runs, steps] of [
    [10, 8],
    [10, 50],
    [50, 8],
    [100, 5],
    [500, 2],
  ] as const) {
    const { open, first, later } = await idleSweep(runs, steps);
    rows.push([
      runs,
      open,
      ...[first, later].flatMap(({ requests, writes, points }) => [requests, writes, points]),
    ]);
  }
  return table(
    "A sweep where nothing is due: the first of a process, and each later one",
    ["runs", "open steps", "first: requests", "writes", "points", "later: requests", "writes", "points"],
    rows,
  );
}
