import { type Html, html } from "../../http/html.ts";
import type { Issue } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";
import { avatar } from "./person.ts";

/** The pictures of an issue's assignees, named for screen readers. */
export function faces(issue: Issue, context: PageContext): Html[] {
  return issue.assignees.map(
    (account) =>
      html`<span title="${account.login}">${avatar(account, context)}<span class="visually-hidden">assigned to ${account.login}</span></span>`,
  );
}
