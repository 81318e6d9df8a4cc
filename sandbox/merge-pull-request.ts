import { changeFiles } from "./change-files.ts";
import { requireWrite } from "./state/authority.ts";
import { closeIssue } from "./state/close-issue.ts";
import { changesOf, conflictsOf, recordMerge } from "./state/pull-requests.ts";
import { Refusal } from "./state/refusal.ts";
import type { Act, Issue } from "./state/types.ts";
import type { World } from "./world.ts";

/** Brings a pull request's changes into its base branch and closes it; returns the new commit's SHA. */
export async function mergePullRequest(world: World, act: Act, issue: Issue): Promise<string> {
  const { pull } = issue;
  if (pull === null) throw new Refusal("not-found", "Not Found");
  requireWrite(act);
  await world.head();
  if (issue.state === "closed") throw new Refusal("unprocessable", "Pull Request is not mergeable");
  const conflicts = conflictsOf(act.state, pull);
  if (conflicts.length > 0) throw new Refusal("unprocessable", `Merge conflict in ${conflicts.join(", ")}`);
  const changes = new Map(changesOf(act.state, pull).map(({ path, after }) => [path, after]));
  const message = `Merge pull request #${issue.number} from ${pull.headBranch}`;
  const { sha } = await changeFiles(world, act, pull.baseBranch, changes, message);
  recordMerge(act, issue, sha);
  if (pull.baseBranch === act.state.repository.defaultBranch) closeNamed(act, issue.body);
  return sha;
}

const keyword = /(?<![\w-])(?:close[sd]?|fix(?:es|ed)?|resolve[sd]?):? #(\d{1,9})(?!\w)/gi;

/**
 * Closes the issues that a merged description names behind a keyword.
 * https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue
 */
function closeNamed(act: Act, body: string): void {
  for (const [, number] of body.matchAll(keyword)) {
    const named = act.state.issues.get(Number(number));
    if (named !== undefined && named.pull === null && named.state === "open") closeIssue(act, named);
  }
}
