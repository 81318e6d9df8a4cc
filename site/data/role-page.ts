import type { ProcessDefinition, ProcessId, RoleId, Step } from "../../core/definition/index.ts";
import { offsetInWords } from "../../core/text/index.ts";
import { type Addresses, addressesUnder } from "./addresses.ts";
import type { Link } from "./role-link.ts";
import type { Site } from "./site.ts";

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

/** Everything a role does, approves, brings and hears of, in every process; nothing when roles.yml does not have it. */
export function rolePage(id: RoleId, site: Site): RolePage | undefined {
  const role = site.handbook.roles.get(id);
  if (role === undefined) return undefined;
  const addresses = addressesUnder(site.settings.base);
  const processes = [...site.processes.values()]
    .map(({ definition }) => partIn(definition, id, addresses))
    .filter((part) => part !== undefined)
    .sort((a, b) => Number(b.owns) - Number(a.owns) || a.text.localeCompare(b.text));
  const { title, summary, department, people, deputies } = role;
  return { id, title, summary, department, people, deputies, processes };
}

function partIn(definition: ProcessDefinition, role: RoleId, addresses: Addresses): RoleProcess | undefined {
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
  const isInvolved = owns || [does, approves, brings, advises, hears].some((list) => list.length > 0);
  if (!isInvolved) return undefined;
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
