import { html } from "../../http/html.ts";
import { errorPage } from "../error-page.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { avatar } from "../parts/person.ts";

/** Who somebody is, and where to see what they do. */
export function profilePage(context: PageContext, login: string, isApp: boolean): Page {
  const { state } = context.act;
  const account = state.accounts.get(isApp ? `${login.toLowerCase()}[bot]` : login.toLowerCase());
  if (account === undefined) return errorPage(404, "Nobody has this name here.");
  const assigned = [...state.issues.values()].filter(
    (issue) => issue.state === "open" && issue.assignees.includes(account),
  ).length;
  const about = {
    User: `${state.permissions.get(account.login.toLowerCase()) ?? "none"} permission in ${state.repository.fullName}`,
    Bot: "An app. It writes by itself, and hears about everything.",
    Organization: "The organisation that owns the repository.",
  }[account.type];
  return {
    title: account.login,
    main: html`<div class="profile">${avatar(account, context, "large")}<div><h1>${account.login}</h1><p>${account.name}</p></div></div>
<p class="muted">${about}</p>
${
  account.type === "User" &&
  html`<p><a href="${context.repo(`/issues?assignee=${encodeURIComponent(account.login)}`)}">${assigned} open ${assigned === 1 ? "issue" : "issues"} assigned</a></p>`
}
${account.type === "Bot" && html`<p><a href="${context.repo(`/issues?state=all&author=${encodeURIComponent(account.login)}`)}">Issues it opened</a></p>`}`,
  };
}
