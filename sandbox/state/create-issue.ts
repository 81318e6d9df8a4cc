import { addAssignees } from "./assign.ts";
import { checkAssignees } from "./assignable.ts";
import { checkText } from "./check-text.ts";
import { emit } from "./emit.ts";
import type { EventDetail } from "./events.ts";
import { checkFieldValues } from "./field-values.ts";
import { addLabels } from "./label-issue.ts";
import { nextId } from "./next-id.ts";
import { nodeId } from "./node-id.ts";
import { notify, subscribe } from "./notify.ts";
import { setIssueType } from "./set-issue-type.ts";
import { addSubIssue, checkRace, checkRoomForSubIssue } from "./sub-issues.ts";
import type { Account, Act, Issue, IssueFieldValue, IssueType, Label, PullRequest } from "./types.ts";

export interface NewIssue {
  readonly title: string;
  readonly body: string;
  readonly assignees?: readonly Account[];
  readonly labels?: readonly Label[];
  readonly type?: IssueType | null;
  readonly fieldValues?: ReadonlyMap<number, IssueFieldValue>;
  readonly parent?: Issue | null;
  readonly pull?: Omit<PullRequest, "id"> | null;
}

/** Makes an issue with all it should have, or refuses before anything happened. */
export function createIssue(act: Act, input: NewIssue): Issue {
  const { assignees = [], labels = [], type = null, fieldValues = new Map(), parent = null } = input;
  checkText("Issue", input);
  checkAssignees(act.state, assignees, null);
  checkFieldValues(act.state, fieldValues);
  if (parent !== null) {
    checkRoomForSubIssue(act.state, parent, 0);
    checkRace(act, parent);
  }

  const issue = emptyIssue(act, input);
  act.state.issues.set(issue.number, issue);
  act.span.creations += 1;
  subscribe(issue, act.actor.account, "author");
  for (const [fieldId, value] of fieldValues) issue.fieldValues.set(fieldId, value);
  // The webhook of a new issue shows it with all it has, and those of the parts come after it.
  const held: EventDetail[] = [];
  const quietly = { ...act, held };
  addLabels(quietly, issue, labels);
  addAssignees(quietly, issue, assignees, { quietly: true });
  if (type !== null) setIssueType(quietly, issue, type);
  if (parent !== null) addSubIssue(quietly, parent, issue);
  emit(act, { name: "issues", action: "opened", issue });
  for (const detail of held) emit(act, detail);
  notify(act, issue, { kind: "opened", text: issue.body, assigned: assignees, toSubscribers: false });
  return issue;
}

function emptyIssue(act: Act, input: NewIssue): Issue {
  const id = nextId(act.state);
  act.state.counters.number += 1;
  return {
    id,
    nodeId: nodeId(input.pull == null ? "issue" : "pullRequest", id),
    number: act.state.counters.number,
    home: null,
    author: act.actor.account,
    viaApp: act.actor.kind !== "user",
    createdAt: act.now,
    updatedAt: act.now,
    title: input.title.trim(),
    body: input.body,
    edits: [],
    state: "open",
    stateReason: null,
    closedAt: null,
    closedBy: null,
    labels: [],
    assignees: [],
    locked: false,
    lockReason: null,
    parentNumber: null,
    subIssueNumbers: [],
    foreignSubIssues: [],
    blockedBy: [],
    type: null,
    fieldValues: new Map(),
    comments: [],
    reactions: [],
    timeline: [],
    subscribers: new Map(),
    pull: input.pull == null ? null : { ...input.pull, id: nextId(act.state) },
  };
}
