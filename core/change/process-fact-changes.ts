import type { Quantity } from "../calendar/index.ts";
import type { AskField, ProcessDefinition } from "../definition/index.ts";
import { addedAndRemoved } from "./added-and-removed.ts";
import type { ProcessChange } from "./process-change.ts";

/** What changed about the process as a whole, apart from its steps and its wording. */
export function processFactChanges(before: ProcessDefinition, after: ProcessDefinition): ProcessChange[] {
  const lists = [
    ["participants", before.participants, after.participants],
    ["questions", before.ask.map(questionKey), after.ask.map(questionKey)],
    ["tools", before.tools, after.tools],
  ] as const;
  return [
    ...(before.processOwner === after.processOwner
      ? []
      : [{ kind: "process-owner" as const, before: before.processOwner, after: after.processOwner }]),
    ...(before.anchor === after.anchor
      ? []
      : [{ kind: "anchor" as const, before: before.anchor, after: after.anchor }]),
    ...(before.repeats === after.repeats
      ? []
      : [{ kind: "repeats" as const, before: before.repeats, after: after.repeats }]),
    ...(textOf(before.reviewEvery) === textOf(after.reviewEvery)
      ? []
      : [{ kind: "review" as const, before: before.reviewEvery, after: after.reviewEvery }]),
    ...lists.flatMap(([part, earlier, now]): ProcessChange[] => {
      const { added, removed } = addedAndRemoved(earlier, now);
      if (added.length + removed.length === 0) return [];
      return [{ kind: "process-list", part, added, removed }];
    }),
  ];
}

/** What people are asked: its label, with the answers there are to choose from. Everything else is wording. */
function questionKey({ label, options, required }: AskField): string {
  const choices = options.length > 0 ? ` (${options.join(", ")})` : "";
  return `${label}${choices}${required ? " *" : ""}`;
}

function textOf(quantity: Quantity | undefined): string {
  return quantity === undefined ? "" : `${quantity.amount}${quantity.unit}`;
}
