import { requireTriage } from "../state/authority.ts";
import { addBlockedBy, issuesBlockedBy, removeBlockedBy } from "../state/dependencies.ts";
import { findIssue } from "../state/find-issue.ts";
import { viewIssue } from "../views/view-issue.ts";
import { issueOf, issueWithId } from "./issue-of.ts";
import { paginate } from "./paginate.ts";
import { bodyOf, created, ok, type RestHandlers } from "./rest-request.ts";

export const dependencyHandlers: RestHandlers = {
  "issues/list-dependencies-blocked-by": (request) => {
    const blockers = issueOf(request).blockedBy.map(({ blockingNumber }) =>
      findIssue(request.act.state, blockingNumber),
    );
    return paginate(request, blockers, (issue) => viewIssue(issue, request.context));
  },

  "issues/list-dependencies-blocking": (request) =>
    paginate(request, issuesBlockedBy(request.act.state, issueOf(request)), (issue) =>
      viewIssue(issue, request.context),
    ),

  "issues/add-blocked-by-dependency": (request) => {
    const issue = issueOf(request);
    const { issue_id: id } = bodyOf<{ issue_id: number }>(request);
    requireTriage(request.act);
    addBlockedBy(request.act, issue, issueWithId(request.act.state, id));
    return created(viewIssue(issue, request.context));
  },

  "issues/remove-dependency-blocked-by": (request) => {
    const issue = issueOf(request);
    requireTriage(request.act);
    removeBlockedBy(
      request.act,
      issue,
      issueWithId(request.act.state, Number(request.parameters["issue_id"])),
    );
    return ok(viewIssue(issue, request.context));
  },
};
