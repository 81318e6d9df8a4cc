import { type Html, html } from "../../http/html.ts";
import { findIssue } from "../../state/find-issue.ts";
import type { Issue } from "../../state/types.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { commentBox } from "../parts/comment-box.ts";
import { issueLink } from "../parts/issue-link.ts";
import { issueSidebar } from "../parts/issue-sidebar.ts";
import { person } from "../parts/person.ts";
import { description, timeline } from "../parts/posts.ts";
import { stateBadge } from "../parts/state-badge.ts";
import { subIssueTree } from "../parts/sub-issue-tree.ts";
import { when } from "../parts/when.ts";

/** One issue with everything about it, and the forms to work on it. */
export function issuePage(context: PageContext, number = ""): Page {
  const issue = findIssue(context.act.state, Number(number));
  if (issue.pull !== null) return { redirect: context.repo(`/pull/${issue.number}`) };
  return {
    title: `${issue.title} · #${issue.number}`,
    wide: true,
    main: html`
${breadcrumb(issue, context)}
<h1 class="issue-title">${issue.title} <span class="muted">#${issue.number}</span></h1>
<p class="issue-meta">${stateBadge(issue)}
  <span class="muted">${person(issue.author, context)} opened this ${when(issue.createdAt, context)} · ${count(issue.comments.length)}</span></p>
<div class="columns">
  <div class="column-main">
    ${description(issue, context)}
    ${subIssueTree(issue, context)}
    ${timeline(issue, context)}
    ${commentBox(issue, context)}
  </div>
  ${issueSidebar(issue, context)}
</div>`,
  };
}

function breadcrumb(issue: Issue, context: PageContext): Html | false {
  const parents: Issue[] = [];
  for (let at = issue; at.parentNumber !== null; ) {
    at = findIssue(context.act.state, at.parentNumber);
    parents.unshift(at);
  }
  if (parents.length === 0) return false;
  return html`<nav class="breadcrumb" aria-label="Parent issues">Part of
    ${parents.map((parent, at) => html`${at > 0 && html`<span aria-hidden="true"> › </span>`}${issueLink(parent, context)}`)}</nav>`;
}

const count = (comments: number): string => `${comments} comment${comments === 1 ? "" : "s"}`;
