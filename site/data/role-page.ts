import type { ProcessDefinition, ProcessId, RoleId, Step } from "../../core/definition/index.ts";
import { offsetInWords } from "../../core/text/index.ts";
import { type Addresses, addressesUnder } from "./addresses.ts";
import type { Link } from "./role-link.ts";
import type { SiteData } from "./site.ts";

/** One thing a role has to do with, and when. */
export interface RolePart extends Link {
  readonly when?: string | undefined;
}

/** What one process has for a role. */
export interface RoleProcess extends Link {
  readonly id: ProcessId;
  readonly summary: string;
  readonly owns: boolean;
  readonly does: readonly RolePart[];
  readonly approves: readonly RolePart[];
  readonly brings: readonly RolePart[];
  readonly advises: readonly RolePart[];
  readonly hears: readonly RolePart[];
}

/** What the page of a role shows. */
export interface RolePage {
  readonly id: RoleId;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly department?: string | undefined;
  readonly people: readonly string[];
  readonly deputies: readonly string[];
  /** Processes by title, those the role owns first. */
  readonly processes: readonly RoleProcess[];
}

/** Everything each role of roles.yml does, approves, brings and hears of, in every process. */
export function rolePages({ handbook, processes, settings }: SiteData): ReadonlyMap<RoleId, RolePage> {
  const addresses = addressesUnder(settings.base);
  const parts = new Map([...handbook.roles.keys()].map((id) => [id, [] as RoleProcess[]]));
  for (const { definition } of processes.values())
    for (const id of rolesIn(definition)) parts.get(id)?.push(partIn(definition, id, addresses));
  return new Map(
    [...handbook.roles.values()].map(({ id, title, summary, department, people, deputies }) => {
      const own = (parts.get(id) ?? []).sort(
        (a, b) => Number(b.owns) - Number(a.owns) || a.text.localeCompare(b.text),
      );
      return [id, { id, title, summary, department, people, deputies, processes: own }];
    }),
  );
}

/** Every role that has to do with a process, whether roles.yml has it or not. */
function rolesIn({ processOwner, steps }: ProcessDefinition): ReadonlySet<RoleId> {
  return new Set([
    processOwner,
    ...steps.flatMap(({ kind, roles, approvers, inputs, consulted, informed }) => [
      ...(kind === "approval" ? approvers : roles),
      ...inputs.map(({ from }) => from),
      ...consulted,
      ...informed,
    ]),
  ]);
}

function partIn(definition: ProcessDefinition, role: RoleId, addresses: Addresses): RoleProcess {
  const parts = (belongs: (step: Step) => boolean): RolePart[] =>
    definition.steps.filter(belongs).map((step) => ({
      text: step.title,
      href: addresses.process(definition.id, step.id),
      when: step.dueOffset && offsetInWords(step.dueOffset, definition.anchor),
    }));
  const owns = definition.processOwner === role;
  const does = parts(({ kind, roles }) => kind !== "approval" && roles.includes(role));
  const approves = parts(({ kind, approvers }) => kind === "approval" && approvers.includes(role));
  const brings = parts(({ inputs }) => inputs.some(({ from }) => from === role));
  const advises = parts(({ consulted }) => consulted.includes(role));
  const hears = parts(({ informed }) => informed.includes(role));
  const { title, summary } = definition;
  return {
    id: definition.id,
    text: title,
    href: addresses.process(definition.id),
    summary,
    owns,
    does,
    approves,
    brings,
    advises,
    hears,
  };
}
