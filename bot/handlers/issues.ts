import type { Probot } from "probot";
import { readProcessId, runLabel } from "../../core/form/index.ts";
import type { Hearing } from "../hearing.ts";
import { heardRun } from "./heard-run.ts";
import { runsOfIssue } from "./run-of-issue.ts";

/** https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/adding-and-managing-issue-fields */
const ofNativeDates: ReadonlySet<string> = new Set(["field_added", "field_removed"]);

/** Issues opened, edited, closed, opened again, deleted, dated or handed over; the label of a run put on or taken off. */
export function onIssues(probot: Probot, hearing: Hearing): void {
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
      if (hearing.isOurselves(sender.id)) return;
      for (const run of runsOfIssue(issue)) await hearing.heard(heardRun(context, run));
    },
  );
  // GitHub documents these actions and leaves them out of its published events, so that they have no name to listen to.
  probot.on("issues", async (context) => {
    const { action, issue, sender } = context.payload;
    if (!ofNativeDates.has(action) || hearing.isOurselves(sender.id)) return;
    for (const run of runsOfIssue(issue)) await hearing.heard(heardRun(context, run));
  });
  // Runs are found by their label, so it is put back.
  probot.on("issues.unlabeled", async (context) => {
    const { issue, label, sender } = context.payload;
    if (label?.name !== runLabel || hearing.isOurselves(sender.id)) return;
    await hearing.heard(heardRun(context, issue.number));
  });
  probot.on("issues.labeled", async (context) => {
    const { issue, label, sender } = context.payload;
    // An issue made from a start form is looked at when it is opened; the label then brings nothing new.
    const isAskedByLabel = label?.name === runLabel && readProcessId(issue.body ?? "") === undefined;
    if (isAskedByLabel && !hearing.isOurselves(sender.id))
      await hearing.heard(heardRun(context, issue.number));
  });
}
