import { requireWrite } from "../../state/authority.ts";
import { deleteMergedBranch } from "../../state/delete-branch.ts";
import { findIssue } from "../../state/find-issue.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";

/** Deletes the branch of a merged pull request. */
export function deleteBranchAction(context: PageContext, _form: URLSearchParams, number = ""): Page {
  requireWrite(context.act);
  const issue = findIssue(context.act.state, Number(number));
  deleteMergedBranch(context.act, issue);
  return { redirect: context.repo(`/pull/${issue.number}`) };
}
