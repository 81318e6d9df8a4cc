import { type Html, html } from "../../http/html.ts";
import type { Issue } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";
import { stateMark } from "./state-badge.ts";

/** An issue in a list within a page: state, title, number. */
export function issueLink(issue: Issue, context: PageContext): Html {
  return html`<span class="issue-line">${stateMark(issue)}<a href="${context.repo(issueAddress(issue))}">${issue.title}</a>
    <span class="muted">#${issue.number}</span></span>`;
}

/** Where an issue or pull request is shown, below the repository. */
export function issueAddress({ number, pull }: Issue): string {
  return `/${pull === null ? "issues" : "pull"}/${number}`;
}
