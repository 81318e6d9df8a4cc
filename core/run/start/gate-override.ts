import { type ProcessDefinition, processesWithin, type RoleId } from "../../definition/index.ts";
import type { StartRequest } from "../../form/index.ts";
import type { RunInput } from "../decide.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { approvalsHangingOn, isAdministrator, isHere } from "../rights/index.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { holdsApproval } from "../state/holds-approval.ts";

/** A start whose form names other people for a gate than the handbook does. */
export interface GateOverride {
  /** The roles that the form gives to somebody else, and to whom. */
  readonly roles: readonly { readonly role: RoleId; readonly people: readonly string[] }[];
  /** Who may agree to that: whoever answers for the process by the handbook, else their deputies; administrators where that is nobody. */
  readonly keepers: readonly string[];
}

/**
 * What a start form changes about who guards the process: its approvers, or those who answer for it and for its approvals. Such a start
 * waits for whoever answers for the process. Nothing when the form names nobody new for such a role.
 */
export function gateOverrideOf(
  request: Pick<StartRequest, "peopleByRole">,
  definition: ProcessDefinition,
  { handbook, observed }: Pick<RunInput, "handbook" | "observed">,
): GateOverride | undefined {
  const { roles } = handbook.handbook;
  const guarding = guardingRoles(definition, handbook);
  // A deputy stands in only while all of them are away, which a form does not know.
  const holders = (role: RoleId) => roles.get(role)?.people ?? [];
  const changed = [...request.peopleByRole].flatMap(([role, named]) => {
    const people = named.filter((login) => !holders(role).some((other) => isSamePerson(other, login)));
    return guarding.has(role) && people.length > 0 ? [{ role, people }] : [];
  });
  if (changed.length === 0) return undefined;
  return { roles: changed, keepers: keepersOf(definition, { handbook, observed }) };
}

/** Whoever answers for a process by the handbook, whatever a form says; their deputies where none of them is here. */
export function keepersOf(
  { processOwner }: Pick<ProcessDefinition, "processOwner">,
  { handbook, observed }: Pick<RunInput, "handbook" | "observed">,
): readonly string[] {
  const owner = handbook.handbook.roles.get(processOwner);
  const here = (logins: readonly string[] = []) => logins.filter((login) => isHere(login, observed.people));
  const people = here(owner?.people);
  return people.length > 0 ? people : here(owner?.deputies);
}

/** Whether somebody is a keeper; where there is none whom one could ask, the administrators are. */
export function mayAgree(
  person: string,
  keepers: readonly string[],
  { people }: Pick<RunInput["observed"], "people">,
): boolean {
  if (keepers.length > 0) return keepers.some((login) => isSamePerson(login, person));
  return isAdministrator(person, people);
}

/**
 * The roles that approve something in a process or in those it starts, and those that answer for it. With `approvals: locked` those too that
 * decide, or enter, what an approval hangs on, and those that answer for a step that is a run with an approval in it.
 */
function guardingRoles(definition: ProcessDefinition, handbook: RunHandbook): ReadonlySet<RoleId> {
  const { processes, config } = handbook.handbook;
  const inside = definition.steps.flatMap(({ process }) => processesWithin(process, processes));
  return new Set(
    [definition, ...inside].flatMap((process) => [
      process.processOwner,
      ...process.steps.flatMap((step) => {
        if (step.kind === "approval") return [...step.approvers, step.accountable];
        if (config.approvals === "open") return [];
        if (holdsApproval(step.process, processes)) return [step.accountable];
        const subjects = [step.id, ...step.collect.map(({ id }) => id)];
        const isGate = subjects.some((id) => approvalsHangingOn(id, process, handbook).length > 0);
        return isGate ? [...step.roles, step.accountable] : [];
      }),
    ]),
  );
}
