import { findMentions } from "../markdown/find-mentions.ts";
import { checkText } from "./check-text.ts";
import { emit } from "./emit.ts";
import type { TextChanges } from "./events.ts";
import { notify } from "./notify.ts";
import { recordTimeline } from "./record-timeline.ts";
import { rememberEdit } from "./remember-edit.ts";
import type { Act, Issue } from "./types.ts";

/** Changes title or body, or both; says nothing when the texts are as before. */
export function editIssue(act: Act, issue: Issue, text: { title?: string; body?: string }): void {
  checkText("Issue", text);
  const previous = { title: issue.title, body: issue.body };
  const title = text.title?.trim() ?? previous.title;
  const body = text.body ?? previous.body;
  if (title === previous.title && body === previous.body) return;

  if (title !== previous.title) {
    issue.title = title;
    recordTimeline(act, issue, { event: "renamed", from: previous.title, to: title });
  }
  if (body !== previous.body) rememberEdit(act, issue, body);
  issue.updatedAt = act.now;

  const changes: TextChanges = {
    ...(title !== previous.title && { title: { from: previous.title } }),
    ...(body !== previous.body && { body: { from: previous.body } }),
  };
  emit(act, { name: "issues", action: "edited", issue, changes });
  notify(act, issue, {
    kind: "edited",
    text: body,
    toSubscribers: false,
    alreadyMentioned: findMentions(previous.body),
  });
}
