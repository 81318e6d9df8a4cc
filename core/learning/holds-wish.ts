import { parseDue, parseQuantity } from "../calendar/index.ts";
import type { ProcessDefinition, Step } from "../definition/index.ts";
import type { KeptWish } from "../edit/index.ts";
import { plainTitle } from "./plain-title.ts";

/** Whether a text of a process reads as a wish asks for. */
export function holdsWish(wish: KeptWish, { steps }: ProcessDefinition): boolean {
  if (wish.kind === "add-step") {
    const title = plainTitle(wish.step.title);
    return steps.some((step) => step.id === wish.step.id || plainTitle(step.title) === title);
  }
  const step = steps.find(({ id }) => id === wish.step);
  return step !== undefined && isSame(valueIn(step, wish), wantedValue(wish));
}

type FieldWish = Extract<KeptWish, { kind: "set-step-field" }>;

function wantedValue({ field, value }: FieldWish): unknown {
  if (field === "due") return parseDue(String(value));
  if (field === "duration") return parseQuantity(String(value), ["bd"])?.amount;
  return Array.isArray(value) ? value.toSorted() : value;
}

/** What a step has under a key that a suggestion may set; nothing under any other. */
function valueIn(step: Step, { field, value }: FieldWish): unknown {
  switch (field) {
    case "due":
      return { ...(step.opensOffset && { opens: step.opensOffset }), due: step.dueOffset };
    case "duration":
      return step.durationBusinessDays;
    case "optional":
      return step.optional;
    case "role":
      return Array.isArray(value) ? step.roles.toSorted() : step.roles.join(" ");
    case "after":
      return [...step.dependsOn, ...(step.afterSiblings ?? [])].toSorted();
    default:
      return undefined;
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}
