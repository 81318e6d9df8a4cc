import type { Probot } from "probot";
import type { Hearing } from "../hearing.ts";
import { heardRun } from "./heard-run.ts";

/** Sub-issues added to a run or taken away from it by hand. */
export function onSubIssues(probot: Probot, hearing: Hearing): void {
  probot.on(["sub_issues.sub_issue_added", "sub_issues.sub_issue_removed"], async (context) => {
    const { action, parent_issue: parent, sub_issue: child, repository, sender } = context.payload;
    if (sender && hearing.isOurselves(sender.id)) return;
    if (!parent) return;
    const run = heardRun(context, parent.number);
    // A number counts only within a repository.
    if (repository && child?.repository_url.endsWith(`/repos/${repository.full_name}`))
      hearing.joined(run, { issue: child.number, isThere: action === "sub_issue_added" });
    await hearing.heard(run);
  });
}
