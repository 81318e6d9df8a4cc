import type { ProcessDefinition, ProcessId } from "../../core/definition/index.ts";
import { addressesUnder } from "./addresses.ts";
import type { Link } from "./role-link.ts";
import type { Site } from "./site.ts";

/** Processes a reader may want next. */
export interface RelatedProcesses {
  /** Those that a step of this one runs. */
  readonly children: readonly Link[];
  /** Those in which a step runs this one. */
  readonly parents: readonly Link[];
  /** Those of the same area that share the most roles; at most four. */
  readonly neighbours: readonly Link[];
}

const mostNeighbours = 4;
const parentsOf = new WeakMap<Site, Map<ProcessId, ProcessDefinition[]>>();
const rolesOf = new WeakMap<ProcessDefinition, ReadonlySet<string>>();
const areaOf = new WeakMap<Site, Map<string, ProcessDefinition[]>>();

/** The processes that belong together with one. */
export function relatedProcesses(definition: ProcessDefinition, site: Site): RelatedProcesses {
  const addresses = addressesUnder(site.settings.base);
  const link = ({ id, title }: ProcessDefinition): Link => ({ text: title, href: addresses.process(id) });
  const childIds = new Set(definition.steps.flatMap(({ process: child }) => child ?? []));
  const children = [...childIds].flatMap((id) => site.handbook.processes.get(id) ?? []);
  const parents = parentIndex(site).get(definition.id) ?? [];
  const linked = new Set([definition, ...children, ...parents]);
  const roles = roleSet(definition);
  const neighbours = (areaIndex(site).get(definition.area) ?? [])
    .filter((other) => !linked.has(other))
    .map((other) => ({ other, shared: [...roleSet(other)].filter((role) => roles.has(role)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || (a.other.title < b.other.title ? -1 : 1))
    .slice(0, mostNeighbours)
    .map(({ other }) => link(other));
  return { children: children.map(link), parents: parents.map(link), neighbours };
}

function parentIndex(site: Site): Map<ProcessId, ProcessDefinition[]> {
  const index = parentsOf.get(site) ?? new Map<ProcessId, ProcessDefinition[]>();
  if (parentsOf.has(site)) return index;
  for (const parent of site.handbook.processes.values()) {
    for (const child of new Set(parent.steps.flatMap((step) => step.process ?? [])))
      index.set(child, [...(index.get(child) ?? []), parent]);
  }
  parentsOf.set(site, index);
  return index;
}

function areaIndex(site: Site): Map<string, ProcessDefinition[]> {
  const index = areaOf.get(site) ?? Map.groupBy(site.handbook.processes.values(), ({ area }) => area);
  areaOf.set(site, index);
  return index;
}

function roleSet(definition: ProcessDefinition): ReadonlySet<string> {
  const known = rolesOf.get(definition);
  if (known) return known;
  const roles = new Set(definition.steps.flatMap((step) => [...step.roles, ...step.approvers]));
  rolesOf.set(definition, roles);
  return roles;
}
