import type { Probot } from "probot";
import type { Runs } from "../runs.ts";
import { repositoryOf } from "./repository-of.ts";

/** Sub-issues added to a run or taken away from it by hand. */
export function onSubIssues(probot: Probot, runs: Runs): void {
  probot.on(["sub_issues.sub_issue_added", "sub_issues.sub_issue_removed"], async (context) => {
    const { parent_issue: parent, sender } = context.payload;
    if (sender && runs.isOurselves(sender.id)) return;
    if (parent) await runs.look(repositoryOf(context), parent.number);
  });
}
