import { isInside } from "../state/permissions.ts";
import { Refusal } from "../state/refusal.ts";
import { viewIssueType } from "../views/view-issue-type.ts";
import { ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

export const issueTypeHandlers: RestHandlers = {
  // Needs only "Metadata: read", so every token may ask: https://docs.github.com/en/rest/repos/issue-types
  "repos/list-issue-types": (request) => ok(request.act.state.issueTypes.map(viewIssueType)),

  "orgs/list-issue-types": (request) => {
    requireOrganisation(request);
    return ok(request.act.state.issueTypes.map(viewIssueType));
  },
};

/** The token of an Actions job reaches its repository only: https://docs.github.com/actions/concepts/security/github_token */
export function requireOrganisation({ act }: RestRequest): void {
  if (act.actor.kind === "actions") throw new Refusal("forbidden", "Resource not accessible by integration");
  if (!isInside(act.state, act.actor.account)) throw new Refusal("not-found", "Not Found");
}
