import {
  type HandbookMeaning,
  type ProcessChange,
  type ProcessMeaning,
  weightOfChange,
} from "../change/index.ts";
import type { Handbook, ProcessDefinition, RoleId } from "../definition/index.ts";
import { rolesInCharge } from "../plan/index.ts";

/** Somebody whose work changes, and the processes in which it does, by their place in the meaning. */
export interface Reader {
  readonly login: string;
  readonly processes: readonly ProcessMeaning[];
}

/** Of more people than this the others are not asked: GitHub lets one account open only so many issues in an hour. */
const mostReaders = 60;

/**
 * The people who should read again: who has, or had until then, a step that changes materially, or any step of a process that changes
 * as a whole, and who looks after the process. Words and details bother nobody. `except` have read it: who proposed it, who agreed.
 */
export function readersOf(
  { processes }: HandbookMeaning,
  { before, after }: { readonly before: Handbook; readonly after: Handbook },
  except: readonly string[],
): Reader[] {
  const has = new Set(except.map((login) => login.toLowerCase()));
  const found = new Map<string, { login: string; processes: ProcessMeaning[] }>();
  for (const meaning of processes) {
    if (meaning.weight !== "material") continue;
    const earlier = before.processes.get(meaning.entry.renamedFrom ?? meaning.entry.process);
    const now = after.processes.get(meaning.entry.process);
    const people = [
      ...rolesTouched(meaning, earlier).flatMap((role) => before.roles.get(role)?.people ?? []),
      ...rolesTouched(meaning, now).flatMap((role) => after.roles.get(role)?.people ?? []),
    ];
    for (const login of people) {
      const key = login.toLowerCase();
      if (has.has(key)) continue;
      const known = found.get(key) ?? { login, processes: [] };
      found.set(key, known);
      if (!known.processes.includes(meaning)) known.processes.push(meaning);
    }
  }
  return [...found.values()].sort((a, b) => (a.login < b.login ? -1 : 1)).slice(0, mostReaders);
}

const asAWhole: readonly ProcessChange["kind"][] = ["anchor", "process-owner", "repeats"];

/** The roles of one side of a change whose work is other. */
function rolesTouched({ entry }: ProcessMeaning, definition: ProcessDefinition | undefined): RoleId[] {
  if (!definition) return [];
  const material = entry.changes.filter((change) => weightOfChange(change) === "material");
  const isWhole = entry.kind !== "changed" || material.some(({ kind }) => asAWhole.includes(kind));
  const touched = new Set(material.flatMap((change) => ("step" in change ? [change.step] : [])));
  const steps = definition.steps.filter(({ id }) => isWhole || touched.has(id));
  return [definition.processOwner, ...steps.flatMap(rolesInCharge)];
}
