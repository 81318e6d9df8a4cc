import { type Html, html } from "../../http/html.ts";
import { isAssignable } from "../../state/assignable.ts";
import { issuesBlockedBy } from "../../state/dependencies.ts";
import { findIssue } from "../../state/find-issue.ts";
import { mayTriage } from "../../state/permissions.ts";
import type { Issue, PullRequest } from "../../state/types.ts";
import { viewFieldValues } from "../../views/view-field.ts";
import type { PageContext } from "../page-context.ts";
import { issueLink } from "./issue-link.ts";
import { labelChip } from "./label-chip.ts";
import { avatar, person } from "./person.ts";

/** Everything that is set on an issue, with forms for people who may set it. */
export function issueSidebar(issue: Issue, context: PageContext): Html {
  const { state } = context.act;
  const values = viewFieldValues(issue, { state, urls: context.world.urls });
  const blockers = issue.blockedBy.map(({ blockingNumber }) => findIssue(state, blockingNumber));
  const waiting = issuesBlockedBy(state, issue);
  return html`<aside class="sidebar" aria-label="About this issue">
  ${issue.pull !== null && reviewers(issue.pull, context)}
  <section><h2>Assignees</h2>${assignees(issue, context)}</section>
  <section><h2>Labels</h2>${labels(issue, context)}</section>
  ${issue.type !== null && html`<section><h2>Type</h2><p>${issue.type.name}</p></section>`}
  ${values.length > 0 && html`<section><h2>Fields</h2><dl>${values.map((value) => html`<dt>${String(value["issue_field_name"])}</dt><dd>${String(value["value"])}</dd>`)}</dl></section>`}
  ${list("Blocked by", blockers, context)}
  ${list("Blocking", waiting, context)}
  <section><h2>Hears about this</h2><p class="muted">${[...issue.subscribers.keys()].join(", ") || "Nobody"}</p></section>
</aside>`;
}

/** Whose review was asked for, and what each said last. */
function reviewers({ requestedReviewers, reviews }: PullRequest, context: PageContext): Html {
  const last = new Map(reviews.map((review) => [review.author, review.state]));
  const rows = [
    ...[...last].map(([account, state]) => [account, state.toLowerCase().replace("_", " ")] as const),
    ...requestedReviewers.map((account) => [account, "asked"] as const),
  ];
  return html`<section><h2>Reviewers</h2>${rows.length === 0 && html`<p class="muted">Nobody</p>`}
  <ul class="plain">${rows.map(([account, state]) => html`<li class="with-button"><span>${avatar(account, context)} ${person(account, context)}</span> <span class="muted">${state}</span></li>`)}</ul></section>`;
}

function list(title: string, issues: readonly Issue[], context: PageContext): Html | false {
  if (issues.length === 0) return false;
  return html`<section><h2>${title}</h2><ul class="plain">${issues.map((issue) => html`<li>${issueLink(issue, context)}</li>`)}</ul></section>`;
}

function assignees(issue: Issue, context: PageContext): Html {
  const { act, repo } = context;
  const may = mayTriage(act);
  const others = [...act.state.accounts.values()].filter(
    (account) => isAssignable(act.state, account, issue) && !issue.assignees.includes(account),
  );
  return html`${issue.assignees.length === 0 && html`<p class="muted">Nobody</p>`}
  <ul class="plain">${issue.assignees.map(
    (
      account,
    ) => html`<li class="with-button"><span>${avatar(account, context)} ${person(account, context)}</span>
      ${may && html`<form method="post" action="${repo(`/issues/${issue.number}/unassign`)}"><button class="small" name="login" value="${account.login}" aria-label="Unassign ${account.login}">✕</button></form>`}</li>`,
  )}</ul>
  ${
    may &&
    others.length > 0 &&
    html`<form class="with-button" method="post" action="${repo(`/issues/${issue.number}/assign`)}">
    <label class="visually-hidden" for="assign">Assign somebody</label>
    <select id="assign" name="login">${others.map(({ login }) => html`<option>${login}</option>`)}</select>
    <button class="small">Assign</button></form>`
  }`;
}

function labels(issue: Issue, context: PageContext): Html {
  const { act, repo } = context;
  const may = mayTriage(act);
  const others = act.state.labels.filter((label) => !issue.labels.includes(label));
  return html`${issue.labels.length === 0 && html`<p class="muted">None</p>`}
  <ul class="plain">${issue.labels.map(
    (label) => html`<li class="with-button">${labelChip(label, context)}
      ${may && html`<form method="post" action="${repo(`/issues/${issue.number}/unlabel`)}"><button class="small" name="name" value="${label.name}" aria-label="Remove the label ${label.name}">✕</button></form>`}</li>`,
  )}</ul>
  ${
    may &&
    html`<form class="with-button" method="post" action="${repo(`/issues/${issue.number}/label`)}">
    <label class="visually-hidden" for="label">Add a label</label>
    <select id="label" name="name">${others.map(({ name }) => html`<option>${name}</option>`)}</select>
    <button class="small">Add</button></form>`
  }`;
}
