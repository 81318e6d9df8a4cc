import { type Html, html } from "../../http/html.ts";
import { findIssue } from "../../state/find-issue.ts";
import { issueSummary } from "../../state/summaries.ts";
import type { Issue } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";
import { faces } from "./faces.ts";
import { issueLink } from "./issue-link.ts";
import { progress } from "./progress.ts";

/** The sub-issues below an issue, as deep as they go, with what is done and who has what. */
export function subIssueTree(issue: Issue, context: PageContext): Html | false {
  if (issue.subIssueNumbers.length === 0) return false;
  const { completed, total } = issueSummary(context.act.state, issue).subIssues;
  return html`<section class="box sub-issues" aria-labelledby="sub-issues-title">
  <div class="box-head"><h2 id="sub-issues-title">Sub-issues</h2>${progress(completed, total)}</div>
  ${branch(issue, context)}
</section>`;
}

function branch(issue: Issue, context: PageContext): Html {
  const children = issue.subIssueNumbers.map((number) => findIssue(context.act.state, number));
  return html`<ul class="tree">${children.map((child) => leaf(child, context))}</ul>`;
}

function leaf(issue: Issue, context: PageContext): Html {
  const { subIssues, dependencies } = issueSummary(context.act.state, issue);
  return html`<li><div class="leaf">${issueLink(issue, context)}
    <span class="leaf-side">
      ${issue.state === "open" && dependencies.blocked_by > 0 && html`<span class="blocked">blocked</span>`}
      ${subIssues.total > 0 && html`<span class="muted">${subIssues.completed} of ${subIssues.total} done</span>`}
      ${faces(issue, context)}
    </span></div>
    ${subIssues.total > 0 && branch(issue, context)}
  </li>`;
}
