import { labels } from "../labels.ts";
import type { ObservedRun } from "../observed/observed-run.ts";
import type { Change } from "./change.ts";

/**
 * The labels everything needs, and that of a run on its issue: runs are found by it, so it comes before the steps. GitHub leaves
 * out a label that a start form asks for and nobody has made.
 */
export function labelChanges({ repository, run }: ObservedRun): Change[] {
  const missing = Object.values(labels).filter(({ name }) => !repository.labels.includes(name));
  const made = missing.map((label): Change => ({ kind: "create-label", ...label }));
  const onRun: Change[] = run.labels.includes(labels.run.name)
    ? []
    : [{ kind: "add-labels", issue: run.number, labels: [labels.run.name] }];
  return [...made, ...onRun];
}
