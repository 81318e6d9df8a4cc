import { requireTriage } from "../state/authority.ts";
import { addLabels, removeLabels, setLabels } from "../state/label-issue.ts";
import { findLabel, findOrCreateLabels } from "../state/labels.ts";
import { Refusal } from "../state/refusal.ts";
import type { Issue } from "../state/types.ts";
import { viewLabel } from "../views/view-label.ts";
import { issueOf } from "./issue-of.ts";
import { paginate } from "./paginate.ts";
import { bodyOf, noContent, ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

interface LabelsBody {
  readonly labels?: readonly (string | { name?: string })[];
}

export const issueLabelHandlers: RestHandlers = {
  "issues/list-labels-on-issue": (request) =>
    paginate(request, issueOf(request).labels, (label) => viewLabel(label, request.context)),

  "issues/add-labels": (request) => {
    const issue = issueOf(request);
    requireTriage(request.act);
    addLabels(request.act, issue, findOrCreateLabels(request.act, namesOf(request)));
    return answer(request, issue);
  },

  "issues/set-labels": (request) => {
    const issue = issueOf(request);
    requireTriage(request.act);
    setLabels(request.act, issue, findOrCreateLabels(request.act, namesOf(request)));
    return answer(request, issue);
  },

  "issues/remove-all-labels": (request) => {
    requireTriage(request.act);
    setLabels(request.act, issueOf(request), []);
    return noContent();
  },

  "issues/remove-label": (request) => {
    const issue = issueOf(request);
    requireTriage(request.act);
    const label = findLabel(request.act.state, request.parameters["name"] ?? "");
    if (label === undefined || !issue.labels.includes(label))
      throw new Refusal("not-found", "Label does not exist");
    removeLabels(request.act, issue, [label]);
    return answer(request, issue);
  },
};

function namesOf(request: RestRequest): string[] {
  const { labels = [] } = bodyOf<LabelsBody>(request);
  return labels.map((entry) => (typeof entry === "string" ? entry : (entry.name ?? "")));
}

const answer = (request: RestRequest, issue: Issue) =>
  ok(issue.labels.map((label) => viewLabel(label, request.context)));
