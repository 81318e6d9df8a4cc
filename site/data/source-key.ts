import type { ProcessDefinition, RoleId } from "../../core/definition/index.ts";
import { departmentsOf } from "./departments.ts";
import { digestOf } from "./digest-of.ts";
import type { Site, SiteProcess } from "./site.ts";

const surroundings = new WeakMap<Site, string>();

/**
 * Names all that the page and the files of a process are made from, except its runs, its history and its neighbours:
 * its file and those of the processes it starts, however deep, the roles they name, the settings, and the day.
 */
export function sourceKey(subject: SiteProcess, site: Site): string {
  const family = familyOf(subject, site);
  const roleIds = new Set(family.flatMap(({ definition }) => rolesIn(definition)));
  const roles = [...roleIds].map((id) => site.handbook.roles.get(id));
  return digestOf([surroundingsOf(site), family.map(({ key }) => key), roles]);
}

/** A process and all that it starts, each once. */
function familyOf(subject: SiteProcess, site: Site): SiteProcess[] {
  const family = new Set([subject]);
  for (const { definition } of family)
    for (const { process: id } of definition.steps) {
      const child = id === undefined ? undefined : site.processes.get(id);
      if (child !== undefined) family.add(child);
    }
  return [...family];
}

function rolesIn({ processOwner, steps }: ProcessDefinition): RoleId[] {
  const inSteps = steps.flatMap(({ roles, approvers, accountable, consulted, informed, inputs }) => [
    ...roles,
    ...approvers,
    accountable,
    ...consulted,
    ...informed,
    ...inputs.map(({ from }) => from),
  ]);
  return [processOwner, ...inSteps];
}

/** What all processes have in common. */
function surroundingsOf(site: Site): string {
  const known = surroundings.get(site);
  if (known !== undefined) return known;
  const { now: _now, ...settings } = site.settings;
  const { config, absences, people } = site.handbook;
  const departments = [...departmentsOf(site).values()].map(({ id }) => id);
  const digest = digestOf([
    settings,
    site.today,
    site.shows,
    config,
    [...config.areas],
    [...absences],
    [...people],
    departments,
  ]);
  surroundings.set(site, digest);
  return digest;
}
