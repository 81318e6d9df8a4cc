import { requireTriage } from "../state/authority.ts";
import { findIssue } from "../state/find-issue.ts";
import { Refusal } from "../state/refusal.ts";
import { addSubIssue, removeSubIssue, reprioritizeSubIssue } from "../state/sub-issues.ts";
import type { GitHubState } from "../state/types.ts";
import { viewIssue } from "../views/view-issue.ts";
import { issueOf, issueWithId } from "./issue-of.ts";
import { paginate } from "./paginate.ts";
import { bodyOf, created, ok, type RestHandlers } from "./rest-request.ts";

export const subIssueHandlers: RestHandlers = {
  "issues/list-sub-issues": (request) => {
    const children = issueOf(request).subIssueNumbers.map((number) => findIssue(request.act.state, number));
    return paginate(request, children, (issue) => viewIssue(issue, request.context));
  },

  "issues/get-parent": (request) => {
    const { parentNumber } = issueOf(request);
    if (parentNumber === null) throw new Refusal("not-found", "Not Found");
    return ok(viewIssue(findIssue(request.act.state, parentNumber), request.context));
  },

  "issues/add-sub-issue": (request) => {
    const parent = issueOf(request);
    const body = bodyOf<{ sub_issue_id: number; replace_parent?: boolean }>(request);
    requireTriage(request.act);
    addSubIssue(request.act, parent, issueWithId(request.act.state, body.sub_issue_id), body.replace_parent);
    return created(viewIssue(parent, request.context));
  },

  "issues/remove-sub-issue": (request) => {
    const parent = issueOf(request);
    const { sub_issue_id: id } = bodyOf<{ sub_issue_id: number }>(request);
    requireTriage(request.act);
    removeSubIssue(request.act, parent, issueWithId(request.act.state, id));
    return ok(viewIssue(parent, request.context));
  },

  "issues/reprioritize-sub-issue": (request) => {
    const parent = issueOf(request);
    const body = bodyOf<ReprioritizeBody>(request);
    requireTriage(request.act);
    const child = issueWithId(request.act.state, body.sub_issue_id);
    reprioritizeSubIssue(parent, child, placeOf(request.act.state, body));
    return ok(viewIssue(parent, request.context));
  },
};

interface ReprioritizeBody {
  readonly sub_issue_id: number;
  readonly after_id?: number;
  readonly before_id?: number;
}

function placeOf(state: GitHubState, { after_id: after, before_id: before }: ReprioritizeBody) {
  if (after !== undefined && before === undefined) return { after: issueWithId(state, after) };
  if (before !== undefined && after === undefined) return { before: issueWithId(state, before) };
  throw new Refusal("unprocessable", "Exactly one of after_id and before_id is needed");
}
