import type { StepId } from "../../definition/index.ts";
import { readMarker } from "../notes/index.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";

/** The step an issue of ours was made for; nothing for any other issue. */
export function stepOfIssue(issue: ObservedIssue, run: number): StepId | undefined {
  const value = issue.isOurs ? readMarker("step", issue.writtenBody) : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  const { run: markedRun, step } = value as { run?: unknown; step?: unknown };
  return markedRun === run && typeof step === "string" ? step : undefined;
}
