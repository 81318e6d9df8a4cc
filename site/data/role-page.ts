import {
  nameOf,
  type ProcessDefinition,
  type ProcessId,
  type RoleId,
  type Step,
} from "../../core/definition/index.ts";
import { dueInWords, listInWords, siteText } from "../../core/text/index.ts";
import { type Addresses, addressesUnder } from "./addresses.ts";
import type { Link } from "./role-link.ts";
import type { SiteData } from "./site.ts";

/** One thing a role has to do with, and when. */
export interface RolePart extends Link {
  readonly when: string;
  /** What the role delivers there, or brings; empty where that is not said. */
  readonly what: readonly string[];
}

/** A step that a role does. */
export interface RoleStep extends RolePart {
  /** What it begins with. */
  readonly gets: readonly string[];
  /** The steps that wait for it. */
  readonly next: readonly Link[];
}

/** What one process has for a role. */
export interface RoleProcess extends Link {
  readonly id: ProcessId;
  readonly summary: string;
  readonly owns: boolean;
  readonly does: readonly RoleStep[];
  /** Steps of others that the role is accountable for, in processes it does not own. */
  readonly answersFor: readonly RolePart[];
  readonly approves: readonly RolePart[];
  readonly brings: readonly RolePart[];
  readonly advises: readonly RolePart[];
  readonly hears: readonly RolePart[];
}

/** Somebody, and what they are called. */
export interface NamedPerson {
  readonly login: string;
  readonly name: string;
}

/** What the page of a role shows. */
export interface RolePage {
  readonly id: RoleId;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly department?: string | undefined;
  /** Absent where it is not told who holds a role. */
  readonly people?:
    | { readonly people: readonly NamedPerson[]; readonly deputies: readonly NamedPerson[] }
    | undefined;
  /** Processes by title, those the role owns first. */
  readonly processes: readonly RoleProcess[];
}

/** Everything each role of roles.yml does, approves, brings and hears of, in every process. */
export function rolePages({ handbook, processes, settings, shows }: SiteData): ReadonlyMap<RoleId, RolePage> {
  const addresses = addressesUnder(settings.base);
  const named = (login: string) => ({ login, name: nameOf(login, handbook.people) });
  const parts = new Map([...handbook.roles.keys()].map((id) => [id, [] as RoleProcess[]]));
  for (const { definition } of processes.values())
    for (const id of rolesIn(definition)) parts.get(id)?.push(partIn(definition, id, addresses));
  return new Map(
    [...handbook.roles.values()].map(({ id, title, summary, department, people, deputies }) => {
      const own = (parts.get(id) ?? []).sort(
        (a, b) => Number(b.owns) - Number(a.owns) || a.text.localeCompare(b.text),
      );
      return [
        id,
        {
          id,
          title,
          summary,
          department,
          people: shows.people ? { people: people.map(named), deputies: deputies.map(named) } : undefined,
          processes: own,
        },
      ];
    }),
  );
}

/** Every role that has to do with a process, whether roles.yml has it or not. */
function rolesIn({ processOwner, steps }: ProcessDefinition): ReadonlySet<RoleId> {
  return new Set([
    processOwner,
    ...steps.flatMap(({ kind, roles, approvers, inputs, consulted, informed, accountable }) => [
      accountable,
      ...(kind === "approval" ? approvers : roles),
      ...inputs.map(({ from }) => from),
      ...consulted,
      ...informed,
    ]),
  ]);
}

function partIn(definition: ProcessDefinition, role: RoleId, addresses: Addresses): RoleProcess {
  const partOf = (step: Step, what: readonly string[]): RolePart => ({
    text: step.title,
    href: addresses.process(definition.id, step.id),
    when: whenOf(step, definition),
    what,
  });
  const parts = (belongs: (step: Step) => boolean, whatOf: (step: Step) => readonly string[] = () => []) =>
    definition.steps.filter(belongs).map((step) => partOf(step, whatOf(step)));
  const owns = definition.processOwner === role;
  const lists = {
    does: definition.steps
      .filter((step) => isDoneBy(step, role))
      .map(
        (step): RoleStep => ({
          ...partOf(step, step.outputs),
          gets: step.inputs.map(({ what }) => what),
          next: definition.steps
            .filter(({ dependsOn }) => dependsOn.includes(step.id))
            .map(({ id, title }) => ({ text: title, href: addresses.process(definition.id, id) })),
        }),
      ),
    answersFor: parts((step) => !owns && step.accountable === role && !isDoneBy(step, role)),
    approves: parts(({ kind, approvers }) => kind === "approval" && approvers.includes(role)),
    brings: parts(
      ({ inputs }) => inputs.some(({ from }) => from === role),
      ({ inputs }) => inputs.filter(({ from }) => from === role).map(({ what }) => what),
    ),
    advises: parts(({ consulted }) => consulted.includes(role)),
    hears: parts(({ informed }) => informed.includes(role)),
  };
  const { id, title, summary } = definition;
  return { id, text: title, href: addresses.process(id), summary, owns, ...lists };
}

/** Whether a role does a step: one that names nobody goes to whoever answers for it. */
function isDoneBy({ kind, roles, accountable }: Step, role: RoleId): boolean {
  return kind !== "approval" && (roles.length === 0 ? [accountable] : roles).includes(role);
}

/** When a step is due, in words: by its date, or by its length and what it waits for. */
function whenOf(step: Step, definition: ProcessDefinition): string {
  const { durationBusinessDays = 1, dependsOn } = step;
  const due = dueInWords(step, definition);
  if (due !== undefined) return due;
  const titles = definition.steps.filter(({ id }) => dependsOn.includes(id)).map(({ title }) => `“${title}”`);
  return siteText.rolePage.within(durationBusinessDays, listInWords(titles));
}
