import { mostSteps } from "../../definition/index.ts";
import type { UpgradeObstacle } from "../../text/index.ts";
import type { RecordInput } from "../record/record-of-run.ts";
import { progressForReading } from "../record/record-of-run.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { factsOfState } from "../state/facts-of-state.ts";
import { planUpgrade } from "./plan-upgrade.ts";

/** What a text that is not merged yet would be for a run: one it can be moved to, one that stands against what is done in it, or no other. */
export type UpgradeOutlook =
  | { readonly kind: "possible" | "nothing" | "gone" | "broken" }
  | { readonly kind: "refused"; readonly obstacles: readonly UpgradeObstacle[] };

/**
 * Whether a run could be moved to another text as it stands, from what the bot has accepted about it. Nothing for an issue whose run has
 * not begun, or is over.
 */
export function upgradeOutlook(input: RecordInput, offered: RunHandbook): UpgradeOutlook | undefined {
  const progress = progressForReading(input);
  if (progress?.facts.state.outcome !== "running") return undefined;
  const facts = factsOfState({ ...progress.facts, now: input.now });
  const room = mostSteps - input.observed.steps.length - input.observed.foreignSteps;
  const plan = planUpgrade(facts, progress.facts.state, offered, room);
  return plan.kind === "refused"
    ? { kind: "refused", obstacles: plan.preview.obstacles }
    : { kind: plan.kind };
}
