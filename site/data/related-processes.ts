import type { ProcessDefinition, ProcessId, RoleId } from "../../core/definition/index.ts";
import { addressesUnder } from "./addresses.ts";
import type { Link } from "./role-link.ts";
import type { Site } from "./site.ts";

/** Processes a reader may want next. */
export interface RelatedProcesses {
  /** Those that a step of this one runs. */
  readonly children: readonly Link[];
  /** Those in which a step runs this one. */
  readonly parents: readonly Link[];
  /** Those that share the most roles, of whatever area; at most four, its own area first where they share as many. */
  readonly neighbours: readonly Link[];
}

const mostNeighbours = 4;
const parentsOf = new WeakMap<Site, Map<ProcessId, ProcessDefinition[]>>();
const rolesOf = new WeakMap<ProcessDefinition, ReadonlySet<RoleId>>();
const tableOf = new WeakMap<Site, RoleTable>();

const relatedOf = new WeakMap<Site, Map<ProcessDefinition, RelatedProcesses>>();

/** The processes that belong together with one. Its page asks for them and so does the key of its page; they are found once. */
export function relatedProcesses(definition: ProcessDefinition, site: Site): RelatedProcesses {
  const known = relatedOf.get(site) ?? new Map<ProcessDefinition, RelatedProcesses>();
  relatedOf.set(site, known);
  const related = known.get(definition) ?? findRelated(definition, site);
  known.set(definition, related);
  return related;
}

function findRelated(definition: ProcessDefinition, site: Site): RelatedProcesses {
  const addresses = addressesUnder(site.settings.base);
  const link = ({ id, title }: ProcessDefinition): Link => ({ text: title, href: addresses.process(id) });
  const childIds = new Set(definition.steps.flatMap(({ process: child }) => child ?? []));
  const children = [...childIds].flatMap((id) => site.handbook.processes.get(id) ?? []);
  const parents = parentIndex(site).get(definition.id) ?? [];
  const linked = new Set([definition, ...children, ...parents]);
  const neighbours = nearest(definition, site, linked).map(link);
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

/**
 * Those that share the most roles with one and are not in `linked`, the nearest first. Every process is compared with
 * every other, so a process counts by its place in a table, and no list is sorted.
 */
function nearest(
  definition: ProcessDefinition,
  site: Site,
  linked: ReadonlySet<ProcessDefinition>,
): ProcessDefinition[] {
  const { processes, placesOf } = roleTable(site);
  const shared = new Uint16Array(processes.length);
  for (const role of roleSet(definition))
    for (const place of placesOf.get(role) ?? []) shared[place] = (shared[place] ?? 0) + 1;
  const best: { readonly other: ProcessDefinition; readonly rank: number }[] = [];
  let least = 0;
  for (let place = 0; place < processes.length; place += 1) {
    const count = shared[place] ?? 0;
    // One of the same area stands before others that share as many roles, and behind those that share one more.
    if (count === 0 || 2 * count + 1 <= least) continue;
    const other = processes[place];
    if (other === undefined || linked.has(other)) continue;
    const rank = 2 * count + (other.area === definition.area ? 1 : 0);
    if (rank <= least) continue;
    const behind = best.findIndex((one) => one.rank < rank);
    best.splice(behind < 0 ? best.length : behind, 0, { other, rank });
    best.length = Math.min(best.length, mostNeighbours);
    least = best.length < mostNeighbours ? 0 : (best.at(-1)?.rank ?? 0);
  }
  return best.map(({ other }) => other);
}

/** The processes by title and id, and the places in it of those in which each role does or approves something. */
interface RoleTable {
  readonly processes: readonly ProcessDefinition[];
  readonly placesOf: ReadonlyMap<RoleId, readonly number[]>;
}

function roleTable(site: Site): RoleTable {
  const known = tableOf.get(site);
  if (known) return known;
  const processes = [...site.handbook.processes.values()].sort((a, b) =>
    a.title === b.title ? (a.id < b.id ? -1 : 1) : a.title < b.title ? -1 : 1,
  );
  const places = processes.flatMap((definition, place) =>
    [...roleSet(definition)].map((role) => ({ role, place })),
  );
  const placesOf = new Map(
    [...Map.groupBy(places, ({ role }) => role)].map(([role, all]) => [role, all.map(({ place }) => place)]),
  );
  const table = { processes, placesOf };
  tableOf.set(site, table);
  return table;
}

function roleSet(definition: ProcessDefinition): ReadonlySet<RoleId> {
  const known = rolesOf.get(definition);
  if (known) return known;
  const roles = new Set(definition.steps.flatMap((step) => [...step.roles, ...step.approvers]));
  rolesOf.set(definition, roles);
  return roles;
}
