import type { Probot } from "probot";
import { parseCommands } from "../../core/run/index.ts";
import type { Runs } from "../runs.ts";
import { repositoryOf } from "./repository-of.ts";
import { runOfIssue } from "./run-of-issue.ts";

/** New comments with a command. Edited ones are never obeyed, so they are not looked at. */
export function onIssueComment(probot: Probot, runs: Runs): void {
  probot.on("issue_comment.created", async (context) => {
    const { issue, comment, sender } = context.payload;
    if (runs.isOurselves(sender.login) || issue.pull_request) return;
    if (parseCommands(comment.body).length === 0) return;
    const run = runOfIssue(issue);
    if (run !== undefined) await runs.look(repositoryOf(context), run);
  });
}
