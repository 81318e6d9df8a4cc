import { type Right, type Subject, subjects } from "./right.ts";
import { rights } from "./rights.ts";

/** Things to which the same can be done by the same people, with all that can be. */
export interface RightsOnSubjects {
  readonly subjects: readonly Subject[];
  /** In the order of the table. */
  readonly rights: readonly Right[];
}

/** The table of rights by what something is done to, for people to read; subjects with the same rows stand together. */
export function rightsBySubject(): RightsOnSubjects[] {
  const groups: RightsOnSubjects[] = [];
  for (const subject of subjects) {
    const own = rights.filter(({ on }) => on.includes(subject));
    const index = groups.findIndex((group) => isSameList(group.rights, own));
    const same = groups[index];
    if (same === undefined) groups.push({ subjects: [subject], rights: own });
    else groups[index] = { ...same, subjects: [...same.subjects, subject] };
  }
  return groups;
}

function isSameList(a: readonly Right[], b: readonly Right[]): boolean {
  return a.length === b.length && a.every((right, index) => right === b[index]);
}
