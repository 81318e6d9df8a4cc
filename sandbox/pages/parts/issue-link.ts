import { type Html, html } from "../../http/html.ts";
import type { Issue } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";
import { stateMark } from "./state-badge.ts";

/** An issue in a list within a page: state, title, number. */
export function issueLink(issue: Issue, context: PageContext): Html {
  return html`<span class="issue-line">${stateMark(issue)}<a href="${context.repo(`/issues/${issue.number}`)}">${issue.title}</a>
    <span class="muted">#${issue.number}</span></span>`;
}
