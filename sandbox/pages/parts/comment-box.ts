import { type Html, html } from "../../http/html.ts";
import { mayTriage, mayWrite } from "../../state/permissions.ts";
import type { Issue } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";
import { avatar } from "./person.ts";

/** A box to comment in, with buttons that also close or reopen. */
export function commentBox(issue: Issue, context: PageContext): Html {
  const { act, viewer, repo } = context;
  if (issue.locked && !mayWrite(act))
    return html`<p class="notice">This conversation is locked; only people with write access can comment.</p>`;
  return html`<form class="comment-box" method="post" action="${repo(`/issues/${issue.number}/comment`)}">
  <label for="comment">${avatar(viewer, context)} Comment as <strong>${viewer.login}</strong></label>
  <textarea id="comment" name="body" rows="5" maxlength="65536" aria-describedby="comment-help"></textarea>
  <p class="muted" id="comment-help">Markdown works. A command such as <code>/status</code> stands at the beginning of a line.</p>
  <p class="button-row">
    <button class="primary" name="next" value="comment">Comment</button>
    ${nextSteps(issue, context).map(([value, text]) => html`<button name="next" value="${value}">${text}</button>`)}
  </p>
</form>`;
}

/** What the viewer may do with the issue besides commenting. */
function nextSteps(issue: Issue, { act, viewer }: PageContext): [string, string][] {
  const isMine = issue.author.id === viewer.id;
  if (issue.state === "open") {
    if (!mayTriage(act) && !isMine) return [];
    if (issue.pull !== null) return [["completed", "Close pull request"]];
    return [
      ["completed", "Close as completed"],
      ["not_planned", "Close as not planned"],
    ];
  }
  const mayReopen = mayTriage(act) || (isMine && issue.closedBy?.id === viewer.id);
  return mayReopen && issue.pull?.merged == null ? [["reopen", "Reopen"]] : [];
}
