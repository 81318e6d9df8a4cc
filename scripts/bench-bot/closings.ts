import { closeFirstStep } from "../../test/bot/bench/closing.ts";
import { table } from "./table.ts";

/** What it takes to hand over to the next step. */
export async function closings(): Promise<string> {
  const rows: number[][] = [];
  for (const steps of [8, 20, 60, 98]) {
    const { requests, writes, points } = await closeFirstStep(steps);
    rows.push([steps, requests, writes, points]);
  }
  return table(
    "Handing over after the first step was closed",
    ["steps", "requests", "writes", "points"],
    rows,
  );
}
