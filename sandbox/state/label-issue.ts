import { emit } from "./emit.ts";
import { recordTimeline } from "./record-timeline.ts";
import type { Act, Issue, Label } from "./types.ts";

/** Adds those of `labels` the issue does not carry yet. */
export function addLabels(act: Act, issue: Issue, labels: readonly Label[]): void {
  for (const label of labels) {
    if (issue.labels.includes(label)) continue;
    issue.labels.push(label);
    recordTimeline(act, issue, timelineOf("labeled", label));
    emit(act, { name: "issues", action: "labeled", issue, label });
  }
}

export function removeLabels(act: Act, issue: Issue, labels: readonly Label[]): void {
  for (const label of labels) {
    const at = issue.labels.indexOf(label);
    if (at === -1) continue;
    issue.labels.splice(at, 1);
    recordTimeline(act, issue, timelineOf("unlabeled", label));
    emit(act, { name: "issues", action: "unlabeled", issue, label });
  }
}

/** Makes exactly `labels` the issue's labels. */
export function setLabels(act: Act, issue: Issue, labels: readonly Label[]): void {
  removeLabels(
    act,
    issue,
    issue.labels.filter((label) => !labels.includes(label)),
  );
  addLabels(act, issue, labels);
}

const timelineOf = (event: "labeled" | "unlabeled", label: Label) => ({
  event,
  label: { name: label.name, color: label.color },
  labelId: label.id,
});
