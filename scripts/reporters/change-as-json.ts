import { describeChanges, type HandbookChanges } from "../../core/change/index.ts";
import { type ComparedHandbooks, namesFor } from "./change-names.ts";

/** Changes as the JSON other programs rely on: the kinds of changes never change, the sentences in `meaning` may. */
export function changesAsJson(changes: HandbookChanges, handbooks: ComparedHandbooks): string {
  const processes = changes.processes.map((entry) => {
    const after = handbooks.after.processes.get(entry.process);
    return { ...entry, meaning: after ? describeChanges(entry.changes, namesFor(after, handbooks)) : [] };
  });
  return `${JSON.stringify({ processes, roles: changes.roles }, null, 2)}\n`;
}
