import { unfoldDefinition } from "../../definition/index.ts";
import { ledgerOf } from "../ledger/ledger-of.ts";
import type { RunHandbook } from "../run-handbook.ts";
import type { RunIssues } from "./observed-run.ts";

/** The newest comments of ours on a step whose signs are looked at: that it is somebody's turn is among them. */
const newestComments = 5;

/**
 * The issues and comments, by node id, whose reactions a decision on a run needs: of open steps that ask for a first reaction in a
 * given time, whose turn may have come, and that nobody has reacted to yet. Empty for most looks at most runs.
 */
export function reactionsOfConcern({
  observed,
  handbook,
}: {
  readonly observed: RunIssues;
  readonly handbook: RunHandbook;
}): string[] {
  const ledger = ledgerOf(observed);
  const written = handbook.handbook.processes.get(ledger?.process ?? "");
  if (!ledger || !written || ledger.startedAt === null) return [];
  return unfoldDefinition(written, ledger.answers)
    .steps.filter(({ respondMinutes }) => respondMinutes !== undefined)
    .flatMap(({ id, dependsOn }) => {
      const issue = observed.steps.find(({ number }) => number === ledger.issues.get(id));
      if (issue === undefined || issue.state === "closed") return [];
      const lastWord = ledger.entries.findLast(
        (entry) => entry.kind === "reopened" || entry.kind === "changes" || isReactionTo(id, entry),
      );
      if (lastWord !== undefined && isReactionTo(id, lastWord)) return [];
      const ours = issue.comments.filter(({ isOurs }) => isOurs);
      if (ours.length === 0 && dependsOn.length > 0) return [];
      return [issue.id, ...ours.slice(-newestComments).map((comment) => comment.id)];
    });
}

function isReactionTo(step: string, entry: { readonly kind: string; readonly step?: unknown }): boolean {
  return entry.kind === "responded" && entry.step === step;
}
