import type { Probot } from "probot";
import { readLearningBranch } from "../../core/learning/index.ts";
import { agrees, readCheckNote } from "../../core/pull-request/index.ts";
import type { HeardPull, Hearing } from "../hearing.ts";
import { heardRun } from "./heard-run.ts";

type Told = Parameters<typeof heardRun>[0];

/** Pull requests that are opened, get other commits, are closed or merged, comments and reviews that agree to them, and checks that somebody asks for again. */
export function onPullRequest(probot: Probot, hearing: Hearing): void {
  probot.on(
    [
      "pull_request.closed",
      "pull_request.edited",
      "pull_request.opened",
      "pull_request.reopened",
      "pull_request.synchronize",
    ],
    async (context) => {
      const { number, head } = context.payload.pull_request;
      const openedWith = context.payload.action === "opened" ? head.sha : undefined;
      await hearing.proposed({ ...heardPull(context, number), openedWith });
      const isTicked =
        context.payload.action === "edited" && !hearing.isOurselves(context.payload.sender?.id ?? 0);
      if (!isTicked || readLearningBranch(head.ref) === undefined) return;
      const { run: _, ...repository } = heardRun(context, number);
      await hearing.chosen(repository);
    },
  );
  probot.on("issue_comment.created", async (context) => {
    const { issue, comment, sender } = context.payload;
    if (!issue.pull_request || hearing.isOurselves(sender.id) || !agrees(comment.body)) return;
    await hearing.proposed(heardPull(context, issue.number));
  });
  probot.on("pull_request_review.submitted", async (context) => {
    const { pull_request: pull, review, sender } = context.payload;
    if (hearing.isOurselves(sender.id) || review.state.toLowerCase() !== "approved") return;
    await hearing.proposed(heardPull(context, pull.number));
  });
  probot.on("check_run.rerequested", async (context) => {
    // GitHub names no pull request where the branch is a fork's; the bot's own note on the check does.
    const { pulls } = readCheckNote(context.payload.check_run.external_id);
    for (const number of pulls) await hearing.proposed({ ...heardPull(context, number), isAskedAgain: true });
  });
}

function heardPull(context: Told, pull: number): HeardPull {
  const { run: _, ...heard } = heardRun(context, pull);
  return { ...heard, pull };
}
