import { requireTriage } from "../../state/authority.ts";
import { addSubIssue, removeSubIssue, reprioritizeSubIssue } from "../../state/sub-issues.ts";
import type { Act, Issue } from "../../state/types.ts";
import { defineMutation, type GraphqlContext, type TypeResolvers } from "../define-type.ts";
import { issueById } from "../find-node.ts";
import { GraphqlRefusal } from "../graphql-refusal.ts";

interface AddSubIssueInput {
  readonly issueId: string;
  readonly subIssueId?: string | null;
  readonly subIssueUrl?: string | null;
  readonly replaceParent?: boolean | null;
}

interface ReprioritizeInput {
  readonly issueId: string;
  readonly subIssueId: string;
  readonly afterId?: string | null;
  readonly beforeId?: string | null;
}

export const subIssueMutations: TypeResolvers = {
  addSubIssue: defineMutation<AddSubIssueInput>((input, context) => {
    const { act } = context;
    const issue = issueById(act, input.issueId);
    const subIssue = subIssueOf(input, context);
    requireTriage(act);
    addSubIssue(act, issue, subIssue, input.replaceParent ?? false);
    return { issue, subIssue };
  }),

  removeSubIssue: defineMutation<{ issueId: string; subIssueId: string }>((input, { act }) => {
    const issue = issueById(act, input.issueId);
    const subIssue = issueById(act, input.subIssueId);
    requireTriage(act);
    removeSubIssue(act, issue, subIssue);
    return { issue, subIssue };
  }),

  reprioritizeSubIssue: defineMutation<ReprioritizeInput>((input, { act }) => {
    const issue = issueById(act, input.issueId);
    requireTriage(act);
    reprioritizeSubIssue(issue, issueById(act, input.subIssueId), placeOf(act, input));
    return { issue };
  }),
};

function subIssueOf(input: AddSubIssueInput, { act, urls }: GraphqlContext): Issue {
  if (input.subIssueId != null) return issueById(act, input.subIssueId);
  const { repository, issues } = act.state;
  for (const issue of issues.values())
    if (urls.issue(repository, issue.number) === input.subIssueUrl) return issue;
  throw new GraphqlRefusal(
    "NOT_FOUND",
    "Could not resolve to an Issue: give subIssueId or a known subIssueUrl.",
  );
}

function placeOf(act: Act, { afterId, beforeId }: ReprioritizeInput) {
  if (afterId != null && beforeId == null) return { after: issueById(act, afterId) };
  if (beforeId != null && afterId == null) return { before: issueById(act, beforeId) };
  throw new GraphqlRefusal("UNPROCESSABLE", "Give exactly one of afterId and beforeId.");
}
