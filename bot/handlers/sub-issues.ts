import type { Probot } from "probot";
import type { Hearing } from "../hearing.ts";
import { heardRun } from "./heard-run.ts";

/** Sub-issues added to a run or taken away from it by hand. */
export function onSubIssues(probot: Probot, hearing: Hearing): void {
  probot.on(["sub_issues.sub_issue_added", "sub_issues.sub_issue_removed"], async (context) => {
    const { parent_issue: parent, sender } = context.payload;
    if (sender && hearing.isOurselves(sender.id)) return;
    if (parent) await hearing.heard(heardRun(context, parent.number));
  });
}
