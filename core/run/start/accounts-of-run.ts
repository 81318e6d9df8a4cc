import type { ProcessDefinition } from "../../definition/index.ts";
import type { RunInput } from "../decide.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { peopleOfRole } from "../people/people-of-role.ts";

/**
 * Whose accounts the logins are that a run which begins now may need: those its plan names, and all who hold or stand in for one of
 * its roles. Nothing where GitHub told none.
 */
export function accountsOfRun(
  ledger: Ledger,
  { steps, processOwner }: ProcessDefinition,
  { handbook, observed }: Pick<RunInput, "handbook" | "observed">,
): Ledger["accounts"] {
  const inCharge = steps.flatMap((step) => [...step.roles, ...step.approvers, step.accountable]);
  const logins = [
    ...[...ledger.baseline.values()].flatMap(({ people }) => people),
    ...[processOwner, ...inCharge].flatMap((role) => peopleOfRole(role, { ledger, handbook }).everyone),
  ].map((login) => login.toLowerCase());
  const known = [...new Set(logins)].toSorted().flatMap((login) => {
    const id = observed.people.accounts.get(login);
    return id === undefined ? [] : [[login, id] as const];
  });
  return known.length > 0 ? new Map(known) : undefined;
}
