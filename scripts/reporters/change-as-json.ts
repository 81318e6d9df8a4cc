import {
  type ComparedHandbooks,
  describeChanges,
  type HandbookMeaning,
  namesFor,
} from "../../core/change/index.ts";

/** A change as the JSON other programs rely on: the kinds of changes never change, the sentences in `meaning` may. */
export function meaningAsJson(meaning: HandbookMeaning, handbooks: ComparedHandbooks): string {
  const processes = meaning.processes.map(({ entry, example, ...consequences }) => {
    const after = handbooks.after.processes.get(entry.process);
    const sentences = after ? describeChanges(entry.changes, namesFor(after, handbooks)) : [];
    return { ...entry, ...consequences, dateShifts: example?.shifts ?? [], meaning: sentences };
  });
  const { roles, settings, weight, losesFourEyes, losesOwnerApproval, unreadable } = meaning;
  return `${JSON.stringify({ weight, losesFourEyes, losesOwnerApproval, processes, roles, settings, unreadable }, null, 2)}\n`;
}
