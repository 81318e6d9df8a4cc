import { setAssignees } from "../state/assign.ts";
import { unassignable } from "../state/assignable.ts";
import { requireClose, requireEdit, requireWrite } from "../state/authority.ts";
import { closeIssue, reopenIssue } from "../state/close-issue.ts";
import { createIssue } from "../state/create-issue.ts";
import { editIssue } from "../state/edit-issue.ts";
import { addFieldValues } from "../state/field-values.ts";
import { setLabels } from "../state/label-issue.ts";
import { findOrCreateLabels } from "../state/labels.ts";
import { lockIssue, unlockIssue } from "../state/lock-issue.ts";
import { mayWrite } from "../state/permissions.ts";
import { Refusal } from "../state/refusal.ts";
import { setIssueType } from "../state/set-issue-type.ts";
import type { Account, Act, IssueType, StateReason } from "../state/types.ts";
import { viewIssue } from "../views/view-issue.ts";
import { type FieldValueBody, readFieldValues } from "./issue-fields.ts";
import { issueOf } from "./issue-of.ts";
import { listIssues } from "./list-issues.ts";
import { bodyOf, created, noContent, ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

interface IssueBody {
  readonly title?: string | number | null;
  readonly body?: string | null;
  readonly assignee?: string | null;
  readonly assignees?: readonly (string | { login?: string })[];
  readonly labels?: readonly (string | { name?: string })[];
  readonly milestone?: string | number | null;
  readonly type?: string | { value?: string | null } | null;
  readonly issue_field_values?: readonly FieldValueBody[];
  readonly state?: "open" | "closed";
  readonly state_reason?: StateReason | null;
  readonly duplicate_issue_id?: number;
}

export const issueHandlers: RestHandlers = {
  "issues/list-for-repo": listIssues,

  "issues/get": (request) => ok(viewIssue(issueOf(request), request.context)),

  "issues/create": (request) => {
    const { act } = request;
    const body = bodyOf<IssueBody>(request);
    const given = readExtras(request, body);
    const issue = createIssue(act, {
      title: String(body.title),
      body: body.body ?? "",
      assignees: given.assignees ?? [],
      labels: findOrCreateLabels(act, given.labels ?? []),
      type: given.type ?? null,
      fieldValues: readFieldValues(act.state, given.fieldValues ?? []),
    });
    return created(viewIssue(issue, request.context));
  },

  "issues/update": (request) => {
    const { act } = request;
    const issue = issueOf(request);
    const body = bodyOf<IssueBody>(request);
    if (body.duplicate_issue_id !== undefined) throw unmodelled("duplicate_issue_id");
    if (body.title != null || body.body !== undefined) requireEdit(act, issue);
    if (body.state !== undefined) requireClose(act, issue);
    const given = readExtras(request, body);

    if (given.assignees !== undefined) setAssignees(act, issue, given.assignees);
    editIssue(act, issue, {
      ...(body.title != null && { title: String(body.title) }),
      ...(body.body !== undefined && { body: body.body ?? "" }),
    });
    if (given.labels !== undefined) setLabels(act, issue, findOrCreateLabels(act, given.labels));
    if (given.type !== undefined) setIssueType(act, issue, given.type);
    if (given.fieldValues !== undefined)
      addFieldValues(act, issue, readFieldValues(act.state, given.fieldValues));
    if (body.state === "closed") closeIssue(act, issue, closingReason(body.state_reason));
    if (body.state === "open") reopenIssue(act, issue);
    return ok(viewIssue(issue, request.context));
  },

  "issues/lock": (request) => {
    requireWrite(request.act);
    lockIssue(request.act, issueOf(request), bodyOf<{ lock_reason?: string }>(request).lock_reason ?? null);
    return noContent();
  },

  "issues/unlock": (request) => {
    requireWrite(request.act);
    unlockIssue(request.act, issueOf(request));
    return noContent();
  },
};

interface Extras {
  readonly assignees?: readonly Account[];
  readonly labels?: readonly string[];
  readonly type?: IssueType | null;
  readonly fieldValues?: readonly FieldValueBody[];
}

/**
 * What only people with push access can set; for others it is "silently dropped", in the description's own words.
 * https://docs.github.com/en/rest/issues/issues#create-an-issue
 */
function readExtras({ act }: RestRequest, body: IssueBody): Extras {
  if (body.milestone != null) throw unmodelled("milestone");
  if (!mayWrite(act)) return {};
  const logins = body.assignees?.map((entry) => (typeof entry === "string" ? entry : (entry.login ?? "")));
  const single = body.assignee === undefined ? undefined : body.assignee === null ? [] : [body.assignee];
  const wanted = logins ?? single;
  const labels = body.labels?.map((entry) => (typeof entry === "string" ? entry : (entry.name ?? "")));
  return {
    ...(wanted !== undefined && { assignees: readAssignees(act, wanted) }),
    ...(labels !== undefined && { labels }),
    ...(body.type !== undefined && { type: readType(act, body.type) }),
    // Fields are for organisations; "in user-owned repositories values are silently dropped".
    ...(body.issue_field_values !== undefined &&
      act.state.repository.owner.type === "Organization" && { fieldValues: body.issue_field_values }),
  };
}

// One login that cannot be assigned fails the whole call:
// https://github.com/opensearch-project/opensearch-migrations/pull/2361
function readAssignees(act: Act, logins: readonly string[]): Account[] {
  const unknown = logins.filter((login) => !act.state.accounts.has(login.toLowerCase()));
  if (unknown.length > 0) throw unassignable(unknown);
  return logins.flatMap((login) => act.state.accounts.get(login.toLowerCase()) ?? []);
}

function readType(act: Act, given: NonNullable<IssueBody["type"]> | null): IssueType | null {
  const name = given === null || typeof given === "string" ? given : (given.value ?? null);
  if (name === null) return null;
  const type = act.state.issueTypes.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (type === undefined)
    throw new Refusal("unprocessable", "Invalid issue type", [
      { resource: "Issue", field: "type", code: "invalid" },
    ]);
  return type;
}

const closingReason = (reason: StateReason | null | undefined): StateReason =>
  reason == null || reason === "reopened" ? "completed" : reason;

const unmodelled = (key: string) => new Refusal("unprocessable", `The sandbox does not model ${key}.`);
