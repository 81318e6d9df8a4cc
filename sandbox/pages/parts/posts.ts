import { type Html, html } from "../../http/html.ts";
import { authorAssociation } from "../../state/author-association.ts";
import { mayEdit } from "../../state/authority.ts";
import type { Comment, Issue, ReactionContent, Review } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";
import { editAddress, editForm } from "./edit-form.ts";
import { markdown } from "./markdown.ts";
import { avatar, person } from "./person.ts";
import { foldTimeline, timelineFold } from "./timeline-fold.ts";
import { when } from "./when.ts";

/** The issue's own text. */
export function description(issue: Issue, context: PageContext): Html {
  return post(issue, issue, context);
}

/** Everything said and done since, in order; nothing while nothing happened. */
export function timeline(issue: Issue, context: PageContext): Html | false {
  const items = [...issue.timeline, ...issue.comments, ...(issue.pull?.reviews ?? [])].sort(
    (a, b) => a.id - b.id,
  );
  if (items.length === 0) return false;
  return html`<ol class="timeline">${foldTimeline(items).map((item) => {
    if (Array.isArray(item)) return timelineFold(item, context);
    return "commitSha" in item ? review(item, context) : html`<li>${post(issue, item, context)}</li>`;
  })}</ol>`;
}

const verdicts: Readonly<Record<Review["state"], string>> = {
  APPROVED: "approved this",
  CHANGES_REQUESTED: "asked for changes",
  COMMENTED: "reviewed this",
};

function review({ id, author, state, body, commitSha, submittedAt }: Review, context: PageContext): Html {
  return html`<li class="event" id="pullrequestreview-${id}">${avatar(author, context)}
    <span>${person(author, context)} <strong>${verdicts[state]}</strong> <span class="muted">as of <code>${commitSha.slice(0, 7)}</code> · ${when(submittedAt, context)}</span>
    ${body !== "" && markdown(body, context)}</span></li>`;
}

function post(issue: Issue, text: Issue | Comment, context: PageContext): Html {
  const isComment = "issueNumber" in text;
  const hidden = isComment ? text.minimizedReason : null;
  const form = mayEdit(context.act, text) ? `tick-${text.id}` : undefined;
  const content = html`${markdown(text.body, context, form)}${form !== undefined && tickForm(form, issue, text, context)}${editForm(issue, text, context)}`;
  const association = authorAssociation(context.act.state, text.author).toLowerCase();
  return html`<article class="post${text.author.type === "Bot" && " post-bot"}" id="${isComment ? `issuecomment-${text.id}` : `issue-${text.id}`}">
  <h2 class="visually-hidden">${isComment ? `Comment by ${text.author.login}` : "Description"}</h2>
  <header class="post-head">${avatar(text.author, context)}${person(text.author, context)}
    <span class="muted">${isComment ? "commented" : "wrote"} ${when(text.createdAt, context)}${text.edits.length > 0 && html` · edited ${when(text.updatedAt, context)}`}</span>
    ${association !== "none" && html`<span class="tag">${association}</span>`}</header>
  <div class="post-body">${hidden === null ? content : html`<details><summary class="muted">This comment was hidden: ${hidden}</summary>${content}</details>`}</div>
  ${isComment && text.reactions.length > 0 && html`<footer class="post-reactions muted">${reactionLine(text)}</footer>`}
</article>`;
}

/** What the boxes of a text are ticked with: each of them is a button of it. Whoever looks at an older text than there is ticks nothing. */
function tickForm(id: string, issue: Issue, text: Issue | Comment, context: PageContext): Html {
  return html`<form id="${id}" method="post" action="${editAddress(issue, text, context)}"><input type="hidden" name="edits" value="${text.edits.length}"></form>`;
}

const signs: Readonly<Record<ReactionContent, string>> = {
  THUMBS_UP: "👍",
  THUMBS_DOWN: "👎",
  LAUGH: "😄",
  HOORAY: "🎉",
  CONFUSED: "😕",
  HEART: "❤️",
  ROCKET: "🚀",
  EYES: "👀",
};

function reactionLine({ reactions }: Comment): string {
  return reactions.map(({ account, content }) => `${signs[content]} ${account.login}`).join(", ");
}
