import { fieldText } from "../../state/field-text.ts";
import type { TimelineDetail, TimelineEvent } from "../../state/timeline-event.ts";
import type { Issue } from "../../state/types.ts";
import { defineType, type GraphqlContext } from "../define-type.ts";

/** An event beside the issue whose history it stands in. */
export interface TimelineItem {
  readonly nodeId: string;
  readonly createdAt: string;
  readonly detail: TimelineDetail;
  readonly event: TimelineEvent;
  readonly issue: Issue;
}

type Kind = TimelineDetail["event"];
type DetailOf<K extends Kind> = Extract<TimelineDetail, { event: K }>;

/** Reads a field of the detail; the type resolver has made sure that it is of this kind. */
const detail =
  <K extends Kind>(read: (detail: DetailOf<K>, context: GraphqlContext) => unknown) =>
  (item: TimelineItem, _args: unknown, context: GraphqlContext): unknown =>
    read(item.detail as DetailOf<K>, context);

const issueNumbered = (number: number, { act }: GraphqlContext) => act.state.issues.get(number) ?? null;

/** One set of fields serves all event types; the schema decides which of them a query may ask for. */
export const timelineEventType = defineType<TimelineItem>({
  id: ({ nodeId }) => nodeId,
  actor: ({ event }) => event.actor,
  createdAt: ({ createdAt }) => createdAt,
  assignable: ({ issue }) => issue,
  closable: ({ issue }) => issue,
  labelable: ({ issue }) => issue,
  lockable: ({ issue }) => issue,
  subject: ({ issue }) => issue,
  assignee: detail<"assigned">(({ assignee }) => assignee),
  user: detail<"assigned">(({ assignee }) => assignee),
  closer: () => null,
  duplicateOf: () => null,
  stateReason: detail<"closed">(({ stateReason = "reopened" }) => stateReason.toUpperCase()),
  label: detail<"labeled">(
    ({ labelId, label }, { act }) => act.state.labels.find(({ id }) => id === labelId) ?? label,
  ),
  previousTitle: detail<"renamed">(({ from }) => from),
  currentTitle: detail<"renamed">(({ to }) => to),
  previousRefName: detail<"base_ref_changed">(({ previousBase }) => previousBase),
  currentRefName: detail<"base_ref_changed">(({ currentBase }) => currentBase),
  oldBase: detail<"automatic_base_change_succeeded">(({ oldBase }) => oldBase),
  newBase: detail<"automatic_base_change_succeeded">(({ newBase }) => newBase),
  pullRequest: ({ issue }) => issue,
  lockReason: detail<"locked">(({ lockReason }) => lockReason?.toUpperCase().replace(/[ -]/g, "_") ?? null),
  subIssue: detail<"sub_issue_added">(({ subIssueNumber }, context) =>
    issueNumbered(subIssueNumber, context),
  ),
  parent: detail<"parent_issue_added">(({ parentNumber }, context) => issueNumbered(parentNumber, context)),
  blockingIssue: detail<"blocked_by_added">(({ blockingNumber }, context) =>
    issueNumbered(blockingNumber, context),
  ),
  blockedIssue: detail<"blocking_added">(({ blockedNumber }, context) =>
    issueNumbered(blockedNumber, context),
  ),
  issueType: detail<"issue_type_added">(({ type }) => type),
  issueField: detail<"issue_field_added">(({ field }) => field),
  value: detail<"issue_field_added">((held) => fieldText(held)),
  newValue: detail<"issue_field_changed">((held) => fieldText(held)),
  previousValue: detail<"issue_field_changed">(({ field, previousValue }) =>
    fieldText({ field, value: previousValue }),
  ),
});
