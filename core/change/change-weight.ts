import type { ProcessChange } from "./process-change.ts";

/**
 * How much a change matters to those who work by a process: `material` changes what somebody does, for whom or by when, so
 * it is worth reading again; `detail` helps to do the same; `wording` says the same in other words.
 */
export type ChangeWeight = "material" | "detail" | "wording";

/** Heaviest first. */
export const changeWeights: readonly ChangeWeight[] = ["material", "detail", "wording"];

/** One line of the rules by which changes are weighed: what it is about, for a page of the guide, and how much that weighs. */
export interface WeightRule {
  readonly id: WeightRuleId;
  readonly weight: ChangeWeight;
  readonly covers: (change: ProcessChange) => boolean;
}

/** Ids of the rules; what they are about is said in words elsewhere, by these. */
export type WeightRuleId =
  | "step-comes-or-goes"
  | "who-does-it"
  | "approval"
  | "when-it-is-due"
  | "order"
  | "when-it-applies"
  | "outcomes"
  | "child-process"
  | "may-be-skipped"
  | "process-as-a-whole"
  | "start-form"
  | "help-with-it"
  | "who-is-told"
  | "name"
  | "words";

const kinds =
  (...names: readonly ProcessChange["kind"][]) =>
  (change: ProcessChange) =>
    names.includes(change.kind);

/** The rules, the first that covers a change decides. Every kind of change is covered. */
export const weightRules: readonly WeightRule[] = [
  { id: "step-comes-or-goes", weight: "material", covers: kinds("step-added", "step-removed", "step-kind") },
  {
    id: "who-does-it",
    weight: "material",
    covers: (change) =>
      change.kind === "answer-role" ||
      (change.kind === "step-roles" && ["responsible", "accountable"].includes(change.part)),
  },
  {
    id: "approval",
    weight: "material",
    covers: (change) =>
      change.kind === "approval-policy" ||
      change.kind === "judged-step" ||
      (change.kind === "step-roles" && change.part === "approvers"),
  },
  {
    id: "when-it-is-due",
    weight: "material",
    covers: kinds("due", "step-setting", "duration", "lead-time", "anchor", "respond"),
  },
  { id: "order", weight: "material", covers: kinds("step-moved") },
  { id: "when-it-applies", weight: "material", covers: kinds("condition") },
  {
    id: "outcomes",
    weight: "material",
    covers: (change) => change.kind === "step-list" && ["options", "inputs", "outputs"].includes(change.part),
  },
  { id: "child-process", weight: "material", covers: kinds("child-process") },
  { id: "may-be-skipped", weight: "material", covers: kinds("optional") },
  {
    id: "process-as-a-whole",
    weight: "material",
    covers: kinds("process-owner", "repeats", "process-setting"),
  },
  {
    id: "start-form",
    weight: "detail",
    covers: (change) => change.kind === "process-list" && change.part === "questions",
  },
  { id: "who-is-told", weight: "detail", covers: kinds("step-roles") },
  { id: "help-with-it", weight: "detail", covers: kinds("step-list", "effort", "process-list", "review") },
  { id: "name", weight: "detail", covers: kinds("step-renamed") },
  { id: "words", weight: "wording", covers: kinds("wording") },
];

/** How much one change weighs. */
export function weightOfChange(change: ProcessChange): ChangeWeight {
  return weightRules.find(({ covers }) => covers(change))?.weight ?? "material";
}

/** How much changes weigh together: as much as the heaviest; as much as words where there is none. */
export function weightOfChanges(changes: readonly ProcessChange[]): ChangeWeight {
  const weights = new Set(changes.map(weightOfChange));
  return changeWeights.find((weight) => weights.has(weight)) ?? "wording";
}
