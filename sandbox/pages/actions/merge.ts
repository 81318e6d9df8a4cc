import { mergePullRequest } from "../../merge-pull-request.ts";
import { findIssue } from "../../state/find-issue.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";

/** Merges a pull request. */
export async function mergeAction(context: PageContext, _form: URLSearchParams, number = ""): Promise<Page> {
  const issue = findIssue(context.act.state, Number(number));
  await mergePullRequest(context.world, context.act, issue);
  return { redirect: context.repo(`/pull/${issue.number}`) };
}
