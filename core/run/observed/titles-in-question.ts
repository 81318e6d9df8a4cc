import { parseCommands } from "../commands/parse-commands.ts";
import { newCommands } from "../happenings/comment-happenings.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ledgerOf } from "../ledger/ledger-of.ts";
import type { RunIssues } from "./observed-run.ts";
import { workOfIssue } from "./work-of-issue.ts";

/**
 * The node ids of the steps of which the decision needs to know when their titles were changed: of all while somebody's word on an
 * approval is to be judged, and in a run inside another one that is over and says something else than it did; and of those that are not what was
 * approved any more. Empty otherwise, so that it mostly costs no request.
 */
export function titlesInQuestion(observed: Pick<RunIssues, "run" | "steps" | "insideDigest">): string[] {
  const ledger = ledgerOf(observed);
  if (ledger === undefined) return [];
  const isJudged = newCommands(observed, ledger).some(({ comment }) =>
    parseCommands(comment.body).commands.some(({ name }) => name === "approve" || name === "changes"),
  );
  const isOtherwise = ledger.work !== undefined && ledger.work.digest !== observed.insideDigest;
  if (isJudged || isOtherwise) return observed.steps.map(({ id }) => id);
  const approved = approvedTexts(ledger);
  const numbers = new Map([...ledger.issues].map(([step, number]) => [number, step]));
  return observed.steps.flatMap((issue) => {
    const digest = approved.get(numbers.get(issue.number) ?? "");
    return digest !== undefined && digest !== workOfIssue(issue).digest ? [issue.id] : [];
  });
}

/** The digest that each step was approved with last, of those whose change has not been noted yet. */
function approvedTexts({ entries }: Ledger): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  for (const entry of entries) {
    if (entry.kind === "edited") digests.delete(entry.step);
    if (entry.kind === "approved") for (const [step, digest] of entry.texts) digests.set(step, digest);
  }
  return digests;
}
