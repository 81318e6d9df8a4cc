import type { Probot } from "probot";
import { isStatusComment, mayMeanCommand } from "../../core/run/index.ts";
import type { Hearing } from "../hearing.ts";
import { heardRun } from "./heard-run.ts";
import { runOfComment } from "./run-of-issue.ts";

/**
 * New comments with a command or a word that was meant as one, and a status comment that somebody changed or deleted: it is mended. Other comments that are
 * edited are not looked at, since they are never obeyed.
 */
export function onIssueComment(probot: Probot, hearing: Hearing): void {
  probot.on("issue_comment.created", async (context) => {
    const { issue, comment, sender } = context.payload;
    if (hearing.isOurselves(sender.id) || issue.pull_request) return;
    if (!mayMeanCommand(comment.body)) return;
    const run = runOfComment(issue);
    if (run !== undefined) await hearing.heard(heardRun(context, run));
  });
  probot.on(["issue_comment.edited", "issue_comment.deleted"], async (context) => {
    const { issue, comment, sender } = context.payload;
    if (hearing.isOurselves(sender.id) || issue.pull_request) return;
    const changes = "changes" in context.payload ? context.payload.changes : undefined;
    const before = changes?.body?.from ?? "";
    if (isStatusComment(comment) || isStatusComment({ body: before }))
      await hearing.heard(heardRun(context, issue.number));
  });
}
