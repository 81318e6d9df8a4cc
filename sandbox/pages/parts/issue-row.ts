import { type Html, html } from "../../http/html.ts";
import { issueSummary } from "../../state/summaries.ts";
import type { Issue } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";
import { faces } from "./faces.ts";
import { issueAddress } from "./issue-link.ts";
import { labelChip } from "./label-chip.ts";
import { person } from "./person.ts";
import { progress } from "./progress.ts";
import { stateMark } from "./state-badge.ts";
import { when } from "./when.ts";

/** An issue in the list of issues. */
export function issueRow(issue: Issue, context: PageContext): Html {
  const { subIssues, dependencies } = issueSummary(context.act.state, issue);
  const comments = issue.comments.length;
  return html`<li class="row">
  ${stateMark(issue)}
  <div class="row-main">
    <p class="row-title"><a href="${context.repo(issueAddress(issue))}">${issue.title}</a>
      ${issue.labels.map((label) => labelChip(label, context))}</p>
    <p class="muted">#${issue.number} opened ${when(issue.createdAt, context)} by ${person(issue.author, context)}
      ${issue.type !== null && html` · ${issue.type.name}`}
      ${comments > 0 && html` · ${comments} comment${comments > 1 && "s"}`}
      ${dependencies.blocked_by > 0 && html` · <span class="blocked">blocked by ${dependencies.blocked_by}</span>`}</p>
    ${subIssues.total > 0 && progress(subIssues.completed, subIssues.total)}
  </div>
  <div class="row-side">${faces(issue, context)}</div>
</li>`;
}
