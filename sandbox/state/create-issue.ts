import { addAssignees } from "./assign.ts";
import { checkAssignees } from "./assignable.ts";
import { checkText } from "./check-text.ts";
import { emit } from "./emit.ts";
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
  emit(act, { name: "issues", action: "opened", issue });
  addLabels(act, issue, labels);
  addAssignees(act, issue, assignees, { quietly: true });
  if (type !== null) setIssueType(act, issue, type);
  if (parent !== null) addSubIssue(act, parent, issue);
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
    blockedBy: [],
    type: null,
    fieldValues: new Map(),
    comments: [],
    timeline: [],
    subscribers: new Map(),
    pull: input.pull == null ? null : { ...input.pull, id: nextId(act.state) },
  };
}
