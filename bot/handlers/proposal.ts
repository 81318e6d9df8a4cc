import type { Probot } from "probot";
import { asksForDraft, isProposalBody } from "../../core/proposal/index.ts";
import type { Hearing } from "../hearing.ts";
import { heardRun } from "./heard-run.ts";

type Told = Parameters<typeof heardRun>[0];

/** Issues made from the form of a proposal, opened, edited or opened again, and comments on them that ask for a draft. */
export function onProposal(probot: Probot, hearing: Hearing): void {
  probot.on(["issues.opened", "issues.edited", "issues.reopened"], async (context) => {
    const { issue, sender } = context.payload;
    if (hearing.isOurselves(sender.id) || !isProposalBody(issue.body ?? "")) return;
    await hearing.wished(heardIssue(context, issue.number));
  });
  probot.on("issue_comment.created", async (context) => {
    const { issue, comment, sender } = context.payload;
    if (hearing.isOurselves(sender.id) || issue.pull_request) return;
    if (!isProposalBody(issue.body ?? "") || !asksForDraft(comment.body)) return;
    await hearing.wished(heardIssue(context, issue.number));
  });
}

function heardIssue(context: Told, issue: number) {
  const { run: _, ...heard } = heardRun(context, issue);
  return { ...heard, issue };
}
