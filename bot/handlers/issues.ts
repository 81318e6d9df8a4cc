import type { Probot } from "probot";
import { readProcessId, runLabel } from "../../core/form/index.ts";
import type { Runs } from "../runs.ts";
import { repositoryOf } from "./repository-of.ts";
import { runsOfIssue } from "./run-of-issue.ts";

/** Issues opened, edited, closed, opened again, deleted or handed over; the label of a run put on or taken off. */
export function onIssues(probot: Probot, runs: Runs): void {
  probot.on(
    [
      "issues.opened",
      "issues.edited",
      "issues.closed",
      "issues.reopened",
      "issues.deleted",
      "issues.assigned",
      "issues.unassigned",
    ],
    async (context) => {
      const { issue, sender } = context.payload;
      if (runs.isOurselves(sender.id)) return;
      for (const run of runsOfIssue(issue)) await runs.look(repositoryOf(context), run);
    },
  );
  // Runs are found by their label, so it is put back.
  probot.on("issues.unlabeled", async (context) => {
    const { issue, label, sender } = context.payload;
    if (label?.name !== runLabel || runs.isOurselves(sender.id)) return;
    await runs.look(repositoryOf(context), issue.number);
  });
  probot.on("issues.labeled", async (context) => {
    const { issue, label, sender } = context.payload;
    // An issue made from a start form is looked at when it is opened; the label then brings nothing new.
    const isAskedByLabel = label?.name === runLabel && readProcessId(issue.body ?? "") === undefined;
    if (isAskedByLabel && !runs.isOurselves(sender.id)) await runs.look(repositoryOf(context), issue.number);
  });
}
