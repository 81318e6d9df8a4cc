import type { TimelineDetail } from "../state/timeline-event.ts";

const byPrefix: Readonly<Record<string, string>> = {
  U: "User",
  BOT: "Bot",
  O: "Organization",
  R: "Repository",
  I: "Issue",
  PR: "PullRequest",
  IC: "IssueComment",
  LA: "Label",
  IT: "IssueType",
  UCE: "UserContentEdit",
  REA: "Reaction",
  IFO: "IssueFieldSingleSelectOption",
};

const eventTypes: Readonly<Record<TimelineDetail["event"], string>> = {
  closed: "ClosedEvent",
  reopened: "ReopenedEvent",
  assigned: "AssignedEvent",
  unassigned: "UnassignedEvent",
  labeled: "LabeledEvent",
  unlabeled: "UnlabeledEvent",
  renamed: "RenamedTitleEvent",
  base_ref_changed: "BaseRefChangedEvent",
  automatic_base_change_succeeded: "AutomaticBaseChangeSucceededEvent",
  locked: "LockedEvent",
  unlocked: "UnlockedEvent",
  sub_issue_added: "SubIssueAddedEvent",
  sub_issue_removed: "SubIssueRemovedEvent",
  parent_issue_added: "ParentIssueAddedEvent",
  parent_issue_removed: "ParentIssueRemovedEvent",
  blocked_by_added: "BlockedByAddedEvent",
  blocked_by_removed: "BlockedByRemovedEvent",
  blocking_added: "BlockingAddedEvent",
  blocking_removed: "BlockingRemovedEvent",
  issue_type_added: "IssueTypeAddedEvent",
  issue_type_removed: "IssueTypeRemovedEvent",
  issue_field_added: "IssueFieldAddedEvent",
  issue_field_changed: "IssueFieldChangedEvent",
  issue_field_removed: "IssueFieldRemovedEvent",
};

const fieldTypes: Readonly<Record<string, string>> = {
  date: "IssueFieldDate",
  text: "IssueFieldText",
  number: "IssueFieldNumber",
  single_select: "IssueFieldSingleSelect",
};

/** The GraphQL type of a state record, for unions and interfaces. Throws on a value that has none. */
export function typeNameOf(value: unknown): string {
  const record = value as {
    nodeId?: string;
    detail?: TimelineDetail;
    dataType?: string;
    field?: { dataType: string };
    treeSha?: string;
    type?: string;
  };
  if (record.detail !== undefined) return eventTypes[record.detail.event];
  if (record.dataType !== undefined) return fieldTypes[record.dataType] ?? "";
  if (record.field !== undefined) return `${fieldTypes[record.field.dataType]}Value`;
  if (record.treeSha !== undefined) return "Commit";
  if (record.nodeId === undefined && record.type === "blob") return "Blob";
  if (record.nodeId === undefined && record.type === "tree") return "Tree";
  const name = byPrefix[record.nodeId?.split("_")[0] ?? ""];
  if (name === undefined)
    throw new Error(`Unexpected value of no GraphQL type: ${Object.keys(record).join(", ")}; add it here.`);
  return name;
}

/** `ClosedEvent` as the enum of item types has it: `CLOSED_EVENT`. */
export function itemTypeOf(typeName: string): string {
  const known = itemTypes.get(typeName) ?? typeName.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
  itemTypes.set(typeName, known);
  return known;
}

const itemTypes = new Map<string, string>();
