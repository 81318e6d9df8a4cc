import type { Handbook, ProcessDefinition, RoleId, Step } from "../definition/index.ts";
import { rolesInCharge } from "../plan/index.ts";
import type { HandbookMeaning } from "./handbook-meaning.ts";
import { isHeldByOthers } from "./is-held-by-others.ts";
import { matchSteps } from "./match-steps.ts";

/** What a role has to do with a change of the handbook. */
export interface Stake {
  readonly role: RoleId;
  /** Titles of the processes it looks after in which people do something else from now on. */
  readonly owns: readonly string[];
  /** Whether others hold it from now on, where it looks after a process or approves something. */
  readonly isHeldByOthers: boolean;
  /** What it does or approves from now on, and did not before. */
  readonly gets: readonly { readonly process: string; readonly step: string }[];
}

/**
 * The roles that have a say in a change, by id: those that look after a process with a material change, those that get a
 * step, and those that look after a process or approve something and would be held by others. Who looks after a process is what `current` says, the handbook that the change would be brought into; else what stood there before it.
 * Empty where nothing material changed.
 */
export function stakesIn(
  { processes, roles }: HandbookMeaning,
  {
    before,
    after,
    current = before,
  }: { readonly before: Handbook; readonly after: Handbook; readonly current?: Handbook },
): Stake[] {
  const stakes = new Map<RoleId, { owns: string[]; gets: Stake["gets"][number][] }>();
  const of = (role: RoleId) => {
    const known = stakes.get(role) ?? { owns: [], gets: [] };
    stakes.set(role, known);
    return known;
  };
  for (const { entry, weight } of processes) {
    if (weight !== "material") continue;
    const id = entry.renamedFrom ?? entry.process;
    const earlier = before.processes.get(id);
    const now = after.processes.get(entry.process);
    const owner = (current.processes.get(id) ?? earlier ?? now)?.processOwner;
    if (owner !== undefined) of(owner).owns.push(entry.title);
    if (!now || entry.kind === "removed") continue;
    for (const { step, roles } of newlyResponsible(earlier, now))
      for (const role of roles) of(role).gets.push({ process: entry.title, step: step.title });
  }
  const moving = new Set(roles.filter((entry) => isHeldByOthers(entry)).map(({ role }) => role));
  const deciding = rolesThatDecide(current);
  for (const role of deciding) if (moving.has(role)) of(role);
  return [...stakes]
    .map(([role, { owns, gets }]) => ({
      role,
      owns,
      gets,
      isHeldByOthers: deciding.has(role) && moving.has(role),
    }))
    .sort((a, b) => (a.role < b.role ? -1 : 1));
}

/** The roles that look after a process or approve something in one. */
function rolesThatDecide({ processes }: Handbook): Set<RoleId> {
  return new Set(
    [...processes.values()].flatMap(({ processOwner, steps }) => [
      processOwner,
      ...steps.flatMap(({ approvers }) => approvers),
    ]),
  );
}

function newlyResponsible(
  before: ProcessDefinition | undefined,
  after: ProcessDefinition,
): { readonly step: Step; readonly roles: readonly RoleId[] }[] {
  const pairs = before ? matchSteps(before, after).pairs : [];
  const earlier = new Map(pairs.map((pair) => [pair.after, rolesInCharge(pair.before)]));
  return after.steps.flatMap((step) => {
    const known = earlier.get(step) ?? [];
    const roles = [...new Set(rolesInCharge(step))].filter((role) => !known.includes(role));
    return roles.length === 0 ? [] : [{ step, roles }];
  });
}
