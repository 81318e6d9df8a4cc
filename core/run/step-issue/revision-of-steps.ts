import { readMarker } from "../notes/index.ts";
import type { RunIssues } from "../observed/observed-run.ts";
import { stepOfIssue } from "./step-of-issue.ts";

/** The commit that the issues of a run's steps were written from; nothing while there are none of ours. */
export function revisionOfSteps({ run, steps }: RunIssues): string | undefined {
  const first = steps.find((issue) => stepOfIssue(issue, run.number) !== undefined);
  const value = first && readMarker("step", first.writtenBody);
  const revision =
    typeof value === "object" && value !== null ? (value as { revision?: unknown }).revision : undefined;
  return typeof revision === "string" && /^[0-9a-f]{40,64}$/.test(revision) ? revision : undefined;
}
