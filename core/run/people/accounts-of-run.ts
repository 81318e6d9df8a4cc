import type { ProcessDefinition } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { ObservedPeople } from "../observed/observed-run.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { peopleOfRole } from "./people-of-role.ts";

/**
 * Whose accounts the logins are that a run which begins now, or is moved to another text now, may need: those its plan names, and all who hold
 * or stand in for one of its roles. What was noted before stays. Nothing where GitHub told none.
 */
export function accountsOfRun(
  ledger: Ledger,
  { steps, processOwner }: ProcessDefinition,
  { handbook, people }: { readonly handbook: RunHandbook; readonly people: ObservedPeople },
): Ledger["accounts"] {
  const inCharge = steps.flatMap((step) => [...step.roles, ...step.approvers, step.accountable]);
  const logins = [
    ...[...ledger.baseline.values()].flatMap(({ people }) => people),
    ...[processOwner, ...inCharge].flatMap((role) => peopleOfRole(role, { ledger, handbook }).everyone),
  ].map((login) => login.toLowerCase());
  const known = [...new Set(logins)].toSorted().flatMap((login) => {
    const id = ledger.accounts?.get(login) ?? people.accounts.get(login);
    return id === undefined ? [] : [[login, id] as const];
  });
  return known.length > 0 ? new Map(known) : undefined;
}
