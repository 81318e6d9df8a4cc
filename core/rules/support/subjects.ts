import { listOf, type ParsedProcess } from "../../definition/index.ts";

/** What a `when` may ask about: a field of the start form, a decision, or a value that a step collects. */
export interface Subject {
  readonly id: string;
  /** The answers there can be; nothing where any text, date or number can be given. */
  readonly answers?: readonly string[] | undefined;
  /** Whether the answer is a number, so that it can be compared. */
  readonly isNumber: boolean;
  /** Whether the answer is a day, written as year, month, day. */
  readonly isDate?: boolean;
  /** Whether it is a list, of which can only be said whether anything is in it. */
  readonly isList?: boolean;
  /** Index of the decision; nothing for everything else. */
  readonly step?: number;
  /** Index of the last step that collects the value; nothing for everything else. */
  readonly collectedBy?: number;
}

/** Everything a `when` of the process may ask about, by id; a field comes before a decision or a collected value of the same id. */
export function subjectsOf({ draft }: ParsedProcess): Map<string, Subject> {
  const subjects = new Map<string, Subject>();
  for (const [index, step] of (draft.steps ?? []).entries()) {
    for (const { id, type, options } of step.collect ?? []) {
      if (id === undefined) continue;
      const answers = type === "choice" ? listOf(options) : undefined;
      const isNumber = type === "number" || type === "hours" || type === "money";
      subjects.set(id, { id, answers, isNumber, isDate: type === "date", collectedBy: index });
    }
    if (step.kind !== "decision" || step.id === undefined) continue;
    subjects.set(step.id, { id: step.id, answers: listOf(step.options), isNumber: false, step: index });
  }
  for (const { id, type, options } of draft.ask ?? []) {
    if (id === undefined) continue;
    const answers = type === "choice" ? listOf(options) : type === "yes-no" ? ["yes", "no"] : undefined;
    const kind = { isNumber: type === "number", isDate: type === "date", isList: type === "list" };
    subjects.set(id, { id, answers, ...kind });
  }
  return subjects;
}
