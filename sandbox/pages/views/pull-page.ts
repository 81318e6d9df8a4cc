import { type Html, html } from "../../http/html.ts";
import { findIssue } from "../../state/find-issue.ts";
import { mayWrite } from "../../state/permissions.ts";
import { conflictsOf } from "../../state/pull-requests.ts";
import type { Issue, PullRequest } from "../../state/types.ts";
import { errorPage } from "../error-page.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { changedFilesBox } from "../parts/changed-files-box.ts";
import { checksBox } from "../parts/checks-box.ts";
import { commentBox } from "../parts/comment-box.ts";
import { issueSidebar } from "../parts/issue-sidebar.ts";
import { person } from "../parts/person.ts";
import { description, timeline } from "../parts/posts.ts";
import { reviewBox } from "../parts/review-box.ts";
import { stateBadge } from "../parts/state-badge.ts";
import { when } from "../parts/when.ts";

/** One pull request: what it changes, what was said and checked, and the button to merge it. */
export async function pullPage(context: PageContext, number = ""): Promise<Page> {
  await context.world.head();
  const issue = findIssue(context.act.state, Number(number));
  const { pull } = issue;
  if (pull === null) return errorPage(404, "There is no pull request with this number.");
  return {
    title: `${issue.title} · #${issue.number}`,
    wide: true,
    main: html`
<h1 class="issue-title">${issue.title} <span class="muted">#${issue.number}</span></h1>
<p class="issue-meta">${stateBadge(issue)}
  <span class="muted">${person(issue.author, context)} wants to bring <code>${pull.headBranch}</code> into <code>${pull.baseBranch}</code> · opened ${when(issue.createdAt, context)}</span></p>
<div class="columns">
  <div class="column-main">
    ${description(issue, context)}
    ${changedFilesBox(pull, context)}
    ${checksBox(pull, context)}
    ${timeline(issue, context)}
    ${reviewBox(issue, pull, context)}
    ${mergeBox(issue, pull, context)}
    ${commentBox(issue, context)}
  </div>
  ${issueSidebar(issue, context)}
</div>`,
  };
}

function deleteBranchBox(issue: Issue, { headBranch }: PullRequest, context: PageContext): Html | false {
  if (!context.act.state.branches.has(headBranch) || !mayWrite(context.act)) return false;
  return html`<form class="notice" method="post" action="${context.repo(`/pull/${issue.number}/delete-branch`)}">
    <button>Delete branch</button> <span class="muted"><code>${headBranch}</code> is merged; pull requests for it are pointed at where it went.</span></form>`;
}

function mergeBox(issue: Issue, pull: PullRequest, context: PageContext): Html | false {
  if (pull.merged !== null)
    return html`<p class="notice">Merged by ${person(pull.merged.by, context)} ${when(pull.merged.at, context)}.</p>
    ${deleteBranchBox(issue, pull, context)}`;
  if (issue.state === "closed") return false;
  const conflicts = conflictsOf(context.act.state, pull);
  if (conflicts.length > 0)
    return html`<p class="notice notice-error">This cannot be merged: <code>${conflicts.join(", ")}</code> changed meanwhile.</p>`;
  if (context.world.writeFiles === null)
    return html`<p class="notice"><code>${pull.baseBranch}</code> is a folder on this machine, and nothing merges into it from here. To take the change over, edit the files there.</p>`;
  return (
    mayWrite(context.act) &&
    html`<form class="notice" method="post" action="${context.repo(`/pull/${issue.number}/merge`)}">
    <button class="primary">Merge pull request</button> <span class="muted">No conflicts. The files are written to the folder on this machine.</span></form>`
  );
}
