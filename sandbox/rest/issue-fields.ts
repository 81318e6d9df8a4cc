import { requireWrite } from "../state/authority.ts";
import { addFieldValues, removeFieldValue, setFieldValues } from "../state/field-values.ts";
import { Refusal } from "../state/refusal.ts";
import type { GitHubState, Issue, IssueFieldValue } from "../state/types.ts";
import { viewField, viewFieldValues } from "../views/view-field.ts";
import { issueOf } from "./issue-of.ts";
import { requireOrganisation } from "./issue-types.ts";
import { paginate } from "./paginate.ts";
import { bodyOf, noContent, ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

export interface FieldValueBody {
  readonly field_id: number;
  readonly value: string | number | readonly string[];
}

export const issueFieldHandlers: RestHandlers = {
  "orgs/list-issue-fields": (request) => {
    requireOrganisation(request);
    return ok(request.act.state.issueFields.map(viewField));
  },

  "issues/list-issue-field-values-for-issue": (request) =>
    paginate(request, viewFieldValues(issueOf(request), request.context), (value) => value),

  // POST merges, PUT replaces: https://docs.github.com/en/rest/issues/issue-field-values
  "issues/add-issue-field-values": (request) => {
    const issue = issueOf(request);
    requireWrite(request.act);
    addFieldValues(request.act, issue, valuesOf(request));
    return answer(request, issue);
  },

  "issues/set-issue-field-values": (request) => {
    const issue = issueOf(request);
    requireWrite(request.act);
    setFieldValues(request.act, issue, valuesOf(request));
    return answer(request, issue);
  },

  "issues/delete-issue-field-value": (request) => {
    requireWrite(request.act);
    removeFieldValue(request.act, issueOf(request), Number(request.parameters["issue_field_id"]));
    return noContent();
  },
};

/** REST names the option of a single select; inside, its id is kept. */
export function readFieldValues(
  state: GitHubState,
  given: readonly FieldValueBody[],
): Map<number, IssueFieldValue> {
  return new Map(
    given.map(({ field_id: fieldId, value }) => {
      if (typeof value === "object")
        throw new Refusal("unprocessable", "The sandbox does not model multi-select fields.");
      const field = state.issueFields.find(({ id }) => id === fieldId);
      const option = field?.options.find(({ name }) => name === value);
      return [fieldId, option?.id ?? value];
    }),
  );
}

function valuesOf(request: RestRequest): Map<number, IssueFieldValue> {
  const { issue_field_values: given = [] } = bodyOf<{ issue_field_values?: FieldValueBody[] }>(request);
  return readFieldValues(request.act.state, given);
}

const answer = (request: RestRequest, issue: Issue) => ok(viewFieldValues(issue, request.context));
