import type { ProcessDefinition, StepInput } from "../definition/index.ts";
import { matchSteps } from "./match-steps.ts";

/** Something a step still needs and nobody brings any more. */
export interface LostInput {
  readonly title: string;
  readonly what: string;
}

/** What steps need from a step that left it behind before the change, and does so no longer. */
export function lostInputs(before: ProcessDefinition, after: ProcessDefinition): LostInput[] {
  const { idAfter } = matchSteps(before, after);
  const outputsBefore = new Map(before.steps.map(({ id, outputs }) => [idAfter(id), outputs]));
  const outputsAfter = new Map(after.steps.map(({ id, outputs }) => [id, outputs]));
  const isLost = ({ what, from }: StepInput) =>
    (outputsBefore.get(from) ?? []).includes(what) && !(outputsAfter.get(from) ?? []).includes(what);
  return after.steps.flatMap(({ title, inputs }) =>
    inputs.filter(isLost).map(({ what }) => ({ title, what })),
  );
}
