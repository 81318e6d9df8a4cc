import { findIssue } from "../../state/find-issue.ts";
import { reviewPullRequest } from "../../state/pull-requests.ts";
import { Refusal } from "../../state/refusal.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";

const verdicts = new Map([
  ["approve", "APPROVED"],
  ["changes", "CHANGES_REQUESTED"],
] as const);

/** Approves a pull request, or asks for changes of it, which needs a word. */
export function reviewAction({ act, repo }: PageContext, form: URLSearchParams, number = ""): Page {
  const issue = findIssue(act.state, Number(number));
  const state = verdicts.get(form.get("verdict") as "approve" | "changes");
  const body = (form.get("body") ?? "").replaceAll("\r\n", "\n").trim();
  if (state === undefined) throw new Refusal("unprocessable", "A review approves or asks for changes.");
  if (state === "CHANGES_REQUESTED" && body === "")
    throw new Refusal("unprocessable", "Please say what should be otherwise.");
  const { id } = reviewPullRequest(act, issue, { state, body });
  return { redirect: repo(`/pull/${issue.number}#pullrequestreview-${id}`) };
}
