import type { Commitment } from "../../plan/index.ts";
import type { OtherRun } from "./other-run.ts";

/** What other open runs ask of people while one is planned. A step that is a run of its own is counted there, step by step. */
export function workElsewhere(run: number, others: readonly OtherRun[]): Commitment[] {
  const runs = new Set([run, ...others.map(({ number }) => number)]);
  return others
    .filter(({ number }) => number !== run)
    .flatMap(({ open }) => open.filter(({ issue }) => issue === undefined || !runs.has(issue)));
}
