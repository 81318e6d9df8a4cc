import { code } from "../message.ts";

/** Why a wish for another text could not be carried out by itself, and what to do. Plain sentences. */
export const edit = {
  unreadable:
    "The file of this process cannot be read as it stands; mend its problems first, then ask again.",
  unknownStep: (step: string) =>
    `The process has no step ${code(step)}; name a step by the id that stands in its file.`,
  knownStep: (step: string) =>
    `The process already has a step ${code(step)}; a new step needs an id of its own.`,
  needed: (field: string) =>
    `${code(field)} is needed and cannot be taken out; say what it should be instead.`,
  remarkInside: (field: string) =>
    `A remark stands inside ${code(field)} and would be lost; change this place by hand.`,
  layout:
    "The file is written in a way in which this change cannot be made without touching more than was asked for; change it by hand.",
  unusable: (problem: string) => `The file would have a mistake afterwards: ${problem}`,
};
