import { type Html, html } from "../../http/html.ts";
import { mayEdit } from "../../state/authority.ts";
import type { Comment, Issue } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";

/** Where a changed text is sent. */
export function editAddress(issue: Issue, text: Issue | Comment, { repo }: PageContext): string {
  const isComment = "issueNumber" in text;
  return repo(isComment ? `/issues/${issue.number}/comments/${text.id}` : `/issues/${issue.number}/edit`);
}

/** A folded form to change a text, and a comment can be deleted; nothing for people who may not. */
export function editForm(issue: Issue, text: Issue | Comment, context: PageContext): Html | false {
  const { act } = context;
  if (!mayEdit(act, text)) return false;
  const isComment = "issueNumber" in text;
  return html`<details class="edit">
  <summary>Edit</summary>
  <form method="post" action="${editAddress(issue, text, context)}">
    ${
      !isComment &&
      html`<label for="edit-title">Title</label>
    <input id="edit-title" name="title" value="${issue.title}" required maxlength="256">`
    }
    <label for="edit-${text.id}">${isComment ? "Comment" : "Description"}</label>
    <textarea id="edit-${text.id}" name="body" rows="10" maxlength="65536">
${text.body}</textarea>
    <p class="button-row"><button class="primary" name="next" value="save">Save</button>
      ${isComment && html`<button class="danger" name="next" value="delete">Delete comment</button>`}</p>
  </form>
</details>`;
}
