import { type Html, html } from "../../http/html.ts";
import { fieldText } from "../../state/field-text.ts";
import type { TimelineDetail, TimelineEvent } from "../../state/timeline-event.ts";
import type { Issue } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";
import { issueLink } from "./issue-link.ts";
import { avatar, person } from "./person.ts";
import { when } from "./when.ts";

/** One line of history: who did what, and when. */
export function timelineLine(item: TimelineEvent, context: PageContext): Html {
  return html`<li class="event">${avatar(item.actor, context)}
    <span>${person(item.actor, context)} ${sentence(item.detail, item, context)} <span class="muted">${when(item.createdAt, context)}</span></span></li>`;
}

function sentence(detail: TimelineDetail, item: TimelineEvent, context: PageContext): Html {
  switch (detail.event) {
    case "closed":
      return html`closed this as ${detail.stateReason.replace("_", " ")}`;
    case "reopened":
      return html`reopened this`;
    case "assigned":
    case "unassigned": {
      if (detail.assignee.id === item.actor.id)
        return detail.event === "assigned" ? html`self-assigned this` : html`removed their assignment`;
      return html`${detail.event} ${person(detail.assignee, context)}`;
    }
    case "labeled":
      return html`added the label <span class="chip">${detail.label.name}</span>`;
    case "unlabeled":
      return html`removed the label <span class="chip">${detail.label.name}</span>`;
    case "renamed":
      return html`changed the title <del>${detail.from}</del> <ins>${detail.to}</ins>`;
    case "base_ref_changed":
      return html`changed the base branch from <code>${detail.previousBase}</code> to <code>${detail.currentBase}</code>`;
    case "automatic_base_change_succeeded":
      return html`deleted a branch, so that the base branch is now <code>${detail.newBase}</code>, not <code>${detail.oldBase}</code>`;
    case "locked":
      return html`locked this conversation`;
    case "unlocked":
      return html`unlocked this conversation`;
    case "sub_issue_added":
      return html`added the sub-issue ${numbered(detail.subIssueNumber, context)}`;
    case "sub_issue_removed":
      return html`removed the sub-issue ${numbered(detail.subIssueNumber, context)}`;
    case "parent_issue_added":
      return html`made this part of ${numbered(detail.parentNumber, context)}`;
    case "parent_issue_removed":
      return html`took this out of ${numbered(detail.parentNumber, context)}`;
    case "blocked_by_added":
      return html`marked this as blocked by ${numbered(detail.blockingNumber, context)}`;
    case "blocked_by_removed":
      return html`unmarked this as blocked by ${numbered(detail.blockingNumber, context)}`;
    case "blocking_added":
      return html`marked this as blocking ${numbered(detail.blockedNumber, context)}`;
    case "blocking_removed":
      return html`unmarked this as blocking ${numbered(detail.blockedNumber, context)}`;
    case "issue_type_added":
      return html`set the type ${detail.type.name}`;
    case "issue_type_removed":
      return html`removed the type ${detail.type.name}`;
    case "issue_field_added":
      return html`set ${detail.field.name} to ${fieldText(detail)}`;
    case "issue_field_changed":
      return html`changed ${detail.field.name} to ${fieldText(detail)}`;
    case "issue_field_removed":
      return html`removed ${detail.field.name}`;
  }
}

function numbered(number: number, context: PageContext): Html {
  const issue: Issue | undefined = context.act.state.issues.get(number);
  return issue === undefined ? html`#${number} (deleted)` : issueLink(issue, context);
}
