import { type Html, html } from "../../http/html.ts";
import { authorAssociation } from "../../state/author-association.ts";
import { mayTriage, mayWrite } from "../../state/permissions.ts";
import type { Comment, Issue } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";
import { editForm } from "./edit-form.ts";
import { markdown } from "./markdown.ts";
import { avatar, person } from "./person.ts";
import { subIssueTree } from "./sub-issue-tree.ts";
import { foldTimeline, timelineFold } from "./timeline-fold.ts";
import { when } from "./when.ts";

/** The issue's own text, its sub-issues, everything said and done, and a box to say more. */
export function conversation(issue: Issue, context: PageContext): Html {
  const items = [...issue.timeline, ...issue.comments].sort((a, b) => a.id - b.id);
  return html`
${post(issue, issue, context)}
${subIssueTree(issue, context)}
${
  items.length > 0 &&
  html`<ol class="timeline">${foldTimeline(items).map((item) =>
    Array.isArray(item) ? timelineFold(item, context) : html`<li>${post(issue, item, context)}</li>`,
  )}</ol>`
}
${commentBox(issue, context)}`;
}

function post(issue: Issue, text: Issue | Comment, context: PageContext): Html {
  const isComment = "issueNumber" in text;
  const hidden = isComment ? text.minimizedReason : null;
  const content = html`${markdown(text.body, context)}${editForm(issue, text, context)}`;
  const association = authorAssociation(context.act.state, text.author).toLowerCase();
  return html`<article class="post${text.author.type === "Bot" && " post-bot"}" id="${isComment ? `issuecomment-${text.id}` : `issue-${text.id}`}">
  <h2 class="visually-hidden">${isComment ? `Comment by ${text.author.login}` : "Description"}</h2>
  <header class="post-head">${avatar(text.author, context)}${person(text.author, context)}
    <span class="muted">${isComment ? "commented" : "wrote"} ${when(text.createdAt, context)}${text.edits.length > 0 && html` · edited ${when(text.updatedAt, context)}`}</span>
    ${association !== "none" && html`<span class="tag">${association}</span>`}</header>
  <div class="post-body">${hidden === null ? content : html`<details><summary class="muted">This comment was hidden: ${hidden}</summary>${content}</details>`}</div>
</article>`;
}

function commentBox(issue: Issue, context: PageContext): Html {
  const { act, viewer, repo } = context;
  if (issue.locked && !mayWrite(act))
    return html`<p class="notice">This conversation is locked; only people with write access can comment.</p>`;
  const mayClose = mayTriage(act) || issue.author.id === viewer.id;
  const mayReopen = mayTriage(act) || (issue.author.id === viewer.id && issue.closedBy?.id === viewer.id);
  return html`<form class="comment-box" method="post" action="${repo(`/issues/${issue.number}/comment`)}">
  <label for="comment">${avatar(viewer, context)} Comment as <strong>${viewer.login}</strong></label>
  <textarea id="comment" name="body" rows="5" maxlength="65536" aria-describedby="comment-help"></textarea>
  <p class="muted" id="comment-help">Markdown works. A command such as <code>/status</code> stands at the beginning of a line.</p>
  <p class="button-row">
    <button class="primary" name="next" value="comment">Comment</button>
    ${
      issue.state === "open" &&
      mayClose &&
      html`<button name="next" value="completed">Close as completed</button>
      <button name="next" value="not_planned">Close as not planned</button>`
    }
    ${issue.state === "closed" && mayReopen && html`<button name="next" value="reopen">Reopen</button>`}
  </p>
</form>`;
}
