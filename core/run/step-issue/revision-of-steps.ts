import { readMarker } from "../notes/index.ts";
import type { ObservedIssue, RunIssues } from "../observed/observed-run.ts";
import { stepOfIssue } from "./step-of-issue.ts";

/**
 * The commit that the issues of a run's steps were written from; nothing while there are none of ours. A run that was moved to a newer text
 * has brought its open steps there, so most of those tell.
 */
export function revisionOfSteps({ run, steps }: RunIssues): string | undefined {
  const own = steps.filter((issue) => stepOfIssue(issue, run.number) !== undefined);
  const open = own.filter(({ state }) => state === "open").flatMap((issue) => revisionIn(issue) ?? []);
  const [most] = [...Map.groupBy(open, (revision) => revision).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  return most?.[0] ?? (own[0] && revisionIn(own[0]));
}

function revisionIn({ writtenBody }: ObservedIssue): string | undefined {
  const value = readMarker("step", writtenBody);
  const revision =
    typeof value === "object" && value !== null ? (value as { revision?: unknown }).revision : undefined;
  return typeof revision === "string" && /^[0-9a-f]{40,64}$/.test(revision) ? revision : undefined;
}
