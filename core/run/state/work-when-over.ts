import type { Instant } from "../../metrics/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { RunIssues } from "../observed/observed-run.ts";
import { newestOf, workOfIssue } from "../observed/work-of-issue.ts";

/**
 * What a run that is over and a step of another one notes of its work, so that whoever has approved it above is asked again when a
 * text in it is changed. Nothing for a run that stands alone, and for one that was over before this was noted.
 *
 * @param before - its notes as the last look left them
 * @param after - the same with what this look has taken in
 */
export function workWhenOver(
  { insideDigest: digest, steps }: Pick<RunIssues, "insideDigest" | "steps">,
  { work: known, entries }: Pick<Ledger, "work" | "entries">,
  after: Pick<Ledger, "entries">,
  now: Instant,
): Ledger["work"] {
  if (digest === undefined || known?.digest === digest) return known;
  if (known === undefined)
    return after.entries === entries ? undefined : { digest, at: now, by: "", byId: null };
  const change = newestOf(steps.map((issue) => workOfIssue(issue).lastChange));
  return { digest, ...(change && change.at > known.at ? change : { at: now, by: "", byId: null }) };
}
