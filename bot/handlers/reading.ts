import type { Probot } from "probot";
import { isTickedReading } from "../../core/reading/index.ts";
import type { Hearing } from "../hearing.ts";
import { heardRun } from "./heard-run.ts";

/** Issues that ask somebody to read, whose box is ticked. */
export function onReading(probot: Probot, hearing: Hearing): void {
  probot.on(["issues.edited", "issues.reopened"], async (context) => {
    const { issue, sender } = context.payload;
    if (hearing.isOurselves(sender.id) || !isTickedReading(issue.body ?? "")) return;
    const { run: _, ...heard } = heardRun(context, issue.number);
    await hearing.ticked({ ...heard, issue: issue.number });
  });
}
