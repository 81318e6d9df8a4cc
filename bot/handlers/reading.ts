import type { Probot } from "probot";
import { looksLikeReading } from "../../core/reading/index.ts";
import type { Hearing } from "../hearing.ts";
import { heardRun } from "./heard-run.ts";

/** Issues that ask somebody to read, or did, and that somebody has changed. */
export function onReading(probot: Probot, hearing: Hearing): void {
  probot.on(["issues.edited", "issues.reopened"], async (context) => {
    const { issue, sender, ...payload } = context.payload;
    const before = "changes" in payload ? payload.changes?.body?.from : undefined;
    const concerns = [issue.body, before].some((body) => looksLikeReading(body ?? ""));
    if (hearing.isOurselves(sender.id) || !concerns) return;
    const { run: _, ...heard } = heardRun(context, issue.number);
    await hearing.ticked({ ...heard, issue: issue.number });
  });
}
