import { type Html, html } from "../../http/html.ts";
import { plainText } from "../../markdown/plain-text.ts";
import type { Notification } from "../../state/types.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { avatar, person } from "../parts/person.ts";
import { when } from "../parts/when.ts";

const shownNotifications = 200;

/** What the person one acts as would have been mailed, newest first. */
export function notificationsPage(context: PageContext): Page {
  const { viewer, act } = context;
  const mine = act.state.notifications.filter(({ recipient }) => recipient.id === viewer.id);
  const shown = mine.slice(-shownNotifications).reverse();
  return {
    title: `Notifications of ${viewer.login}`,
    main: html`<h1>Notifications</h1>
<p class="muted">What GitHub would have told <strong>${viewer.login}</strong>: ${mine.length === 1 ? "one message" : `${mine.length} messages`},
  because of assignments, requests for a review, mentions, and issues they take part in. Watching the whole repository is left out.</p>
<section class="box" aria-label="Notifications">${
      shown.length === 0
        ? html`<div class="empty"><p>Nothing. A quiet day.</p></div>`
        : html`<ul class="rows">${shown.map((notification) => row(notification, context))}</ul>`
    }</section>`,
  };
}

const deeds: Readonly<Record<Notification["kind"], string>> = {
  opened: "opened this",
  commented: "commented",
  edited: "edited a text",
  closed: "closed this",
  reopened: "reopened this",
  assigned: "assigned you",
  "review-requested": "asked for your review",
  reviewed: "reviewed this",
};

function row(notification: Notification, context: PageContext): Html {
  const { issueNumber, issueTitle, actor, kind, at, reason } = notification;
  const excerpt = plainText(notification.text, 160);
  return html`<li class="row">${avatar(actor, context)}
  <div class="row-main"><p class="row-title"><a href="${context.repo(`/issues/${issueNumber}`)}">${issueTitle}</a> <span class="muted">#${issueNumber}</span></p>
    <p class="muted">${person(actor, context)} ${deeds[kind]} ${when(at, context)}</p>
    ${excerpt !== "" && html`<p class="excerpt">${excerpt}</p>`}</div>
  <div class="row-side"><span class="tag">${reason}</span></div></li>`;
}
