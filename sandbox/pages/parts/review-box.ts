import { type Html, html } from "../../http/html.ts";
import type { Issue, PullRequest } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";
import { avatar } from "./person.ts";

/** Where whoever looks at a pull request says yes or no to it; nothing for whoever opened it, and once it is closed. */
export function reviewBox(issue: Issue, pull: PullRequest, context: PageContext): Html | false {
  const { viewer, repo } = context;
  if (issue.state === "closed" || issue.author.id === viewer.id) return false;
  const isAsked = pull.requestedReviewers.some(({ id }) => id === viewer.id);
  return html`<form class="comment-box" method="post" action="${repo(`/pull/${issue.number}/review`)}">
  <label for="review">${avatar(viewer, context)} Review as <strong>${viewer.login}</strong>${isAsked && html`: your review was asked for`}</label>
  <textarea id="review" name="body" rows="2" maxlength="65536" aria-describedby="review-help"></textarea>
  <p class="muted" id="review-help">To approve you need to write nothing.</p>
  <p class="button-row">
    <button class="primary" name="verdict" value="approve">Approve</button>
    <button name="verdict" value="changes">Request changes</button>
  </p>
</form>`;
}
