import type { CheckAnnotation, PullRequestChange } from "../../core/pull-request/index.ts";
import { text } from "../../core/text/index.ts";
import { workflowData, workflowProperty } from "../../core/workflow-data.ts";
import type { JobOutcome } from "./tell-outcome.ts";

/**
 * What was to be written to a pull request, told by the job where it may not write: remarks beside the lines, what the change
 * means in the job's summary, and a failure where something must be mended. Nothing where nothing was to be written.
 */
export function tellReview(changes: readonly PullRequestChange[]): JobOutcome {
  const check = changes.find((change) => change.kind === "write-check");
  const comment = changes.find(({ kind }) => kind === "post-comment" || kind === "edit-comment");
  if (!check) return { done: [], warnings: [], failures: [] };
  const { conclusion, title, summary, annotations } = check.report;
  const body = comment && "body" in comment ? comment.body : "";
  return {
    done: [text.job.readOnly],
    warnings: conclusion === "neutral" || conclusion === "action_required" ? [title] : [],
    failures: conclusion === "failure" ? [title] : [],
    marks: annotations.map(markOf),
    pages: [summary.text, body],
  };
}

const commands: Readonly<Record<CheckAnnotation["level"], string>> = {
  failure: "error",
  warning: "warning",
  notice: "notice",
};

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
function markOf({ path, line, level, title, message }: CheckAnnotation): string {
  const place = `file=${workflowProperty(path)},line=${line},title=${workflowProperty(title)}`;
  return `::${commands[level]} ${place}::${workflowData(message)}`;
}
