import type { StepId } from "../../definition/index.ts";
import { askedDigestLength, type LedgerEntry } from "../ledger/ledger.ts";
import { workOfIssue } from "../observed/work-of-issue.ts";
import { judgedWork } from "../state/judged-work.ts";
import { type RunFacts, runStateOf } from "../state/run-state.ts";
import { isOver, type RunState } from "../state/task-state.ts";
import { following } from "../upgrade/following.ts";

/** What can give an approval its turn, or ask for it again. */
const asking: readonly LedgerEntry["kind"][] = [
  "closed",
  "skipped",
  "decided",
  "approved",
  "answered",
  "reopened",
  "edited",
  "upgraded",
];

/**
 * An entry with what the work said that is judged by the approvals it gives their turn, or asks for again: what their approvers have seen, who are told of
 * it right after. The bot may write in that text later, and GitHub tells only of the last change.
 */
export function withAsked(added: LedgerEntry, facts: RunFacts, before: RunState): LedgerEntry {
  const mayAsk = before.tasks.some(
    (task) => task.kind === "approval" && (added.kind === "reopened" || !isOver(task)),
  );
  if (!asking.includes(added.kind) || !(mayAsk || added.kind === "edited")) return added;
  const { ledger } = facts;
  const next = following(facts, { ...ledger, entries: [...ledger.entries, added] });
  const wasReady = new Set(before.tasks.flatMap(({ step, status }) => (status === "ready" ? [step] : [])));
  const asked = runStateOf(next).tasks.flatMap(({ step, kind, status }) => {
    if (kind !== "approval" || status !== "ready") return [];
    const work = judgedWork(next.definition, step, next.ledger);
    const isAgain = added.kind === "edited" && work.has(added.step);
    return wasReady.has(step) && !isAgain ? [] : [[step, textsOf(work, facts)] as const];
  });
  return asked.length > 0 ? { ...added, askedAbout: new Map(asked) } : added;
}

function textsOf(work: ReadonlySet<StepId>, { issues }: RunFacts): readonly (readonly [StepId, string])[] {
  return [...work].flatMap((step) => {
    const issue = issues.get(step);
    const digest = issue === undefined ? "" : workOfIssue(issue).digest;
    return digest === "" ? [] : [[step, digest.slice(0, askedDigestLength)] as const];
  });
}
