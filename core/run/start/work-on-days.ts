import type { Commitment, PlanWarning } from "../../plan/index.ts";
import type { WorkOnDay } from "../ledger/ledger.ts";
import { isSamePerson } from "../people/is-same-person.ts";

/**
 * How many steps of other runs each person has on the days that a plan warns of, in the order of its warnings. Nothing when it warns
 * of no such day, or other runs have no part in any.
 */
export function workOnDays(
  warnings: readonly PlanWarning[],
  elsewhere: readonly Commitment[],
): readonly WorkOnDay[] | undefined {
  const days = warnings.flatMap(({ load }) => {
    if (load === undefined) return [];
    const { person, dueDate } = load;
    const steps = elsewhere.filter(
      (task) => task.dueDate === dueDate && task.assignees.some((login) => isSamePerson(login, person)),
    ).length;
    return steps === 0 ? [] : [{ person, due: dueDate, steps }];
  });
  return days.length === 0 ? undefined : days;
}

/** The same as a plan takes it. */
export function commitmentsOf(days: readonly WorkOnDay[] | undefined): Commitment[] {
  return (days ?? []).flatMap(({ person, due, steps }) =>
    Array.from({ length: steps }, () => ({ dueDate: due, assignees: [person] })),
  );
}
