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
  instructions:
    "This text would not stay among the instructions of its step: a heading in it is as large as that of a step, or a block of code in it does not end. Write smaller headings with ### in front, and put no line of --- right below words.",
  name: "This name would not be read as it is written; write it without signs such as < > and \\.",
  unusable: (problem: string) => `The file would have a mistake afterwards: ${problem}`,
};
