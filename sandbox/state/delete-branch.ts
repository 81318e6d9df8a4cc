import { closeIssue } from "./close-issue.ts";
import { removeBranch } from "./git/commit-files.ts";
import { changeBaseByItself } from "./pull-requests.ts";
import { Refusal } from "./refusal.ts";
import type { Act, Issue } from "./types.ts";

/** Deletes a branch as git does: open pull requests from it, and those for it, are closed. */
export function deleteBranch(act: Act, branch: string): void {
  const stood = act.state.branches.get(branch) ?? null;
  removeBranch(act, branch);
  for (const { pull } of act.state.issues.values())
    if (pull?.baseBranch === branch) pull.deletedBaseSha = stood;
  for (const issue of openPulls(act))
    if (issue.pull?.headBranch === branch || issue.pull?.baseBranch === branch) closeIssue(act, issue);
}

/**
 * Deletes the branch of a merged pull request by its button: open pull requests for that branch are pointed at the one it was merged into.
 * https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/proposing-changes-to-your-work-with-pull-requests/about-branches
 */
export function deleteMergedBranch(act: Act, merged: Issue): void {
  const { pull } = merged;
  if (pull === null || pull.merged === null)
    throw new Refusal("unprocessable", "Only the branch of a merged pull request can be deleted here");
  const { headBranch, baseBranch } = pull;
  for (const issue of openPulls(act))
    if (issue.pull?.baseBranch === headBranch) changeBaseByItself(act, issue, baseBranch);
  deleteBranch(act, headBranch);
}

const openPulls = ({ state }: Act): Issue[] =>
  [...state.issues.values()].filter(({ pull, state: now }) => pull !== null && now === "open");
