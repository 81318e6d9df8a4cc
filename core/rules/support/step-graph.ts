import { dependenciesOf, type ParsedProcess } from "../../definition/index.ts";
import { rememberEach } from "../../remember-each.ts";

/** Which step of a process waits for which, by their indexes. */
export interface StepGraph {
  /** Index of the first step with an id. */
  indexOf(id: string): number | undefined;
  /** The steps a step waits for directly; ids that name no step are left out. */
  waitsFor(index: number): readonly number[];
  /** The steps that wait for a step directly. */
  followersOf(index: number): readonly number[];
  /** All steps a step waits for, directly or through others. */
  upstreamOf(index: number): ReadonlySet<number>;
}

/** The graph of a process as it was written. A step in a cycle is upstream of itself. */
export const stepGraph: (process: ParsedProcess) => StepGraph = rememberEach(buildGraph);

function buildGraph(process: ParsedProcess): StepGraph {
  const steps = process.draft.steps ?? [];
  const indexes = new Map<string, number>();
  for (const [index, { id }] of steps.entries())
    if (id !== undefined && !indexes.has(id)) indexes.set(id, index);
  const waiting = steps.map((_, index) =>
    dependenciesOf(process, index).flatMap((id) => indexes.get(id) ?? []),
  );
  const following = steps.map((): number[] => []);
  for (const [follower, awaited] of waiting.entries())
    for (const index of new Set(awaited)) following[index]?.push(follower);
  const upstream = new Map<number, ReadonlySet<number>>();
  const upstreamOf = (index: number) => {
    const found = upstream.get(index) ?? reachable(index, waiting);
    upstream.set(index, found);
    return found;
  };
  return {
    indexOf: (id) => indexes.get(id),
    waitsFor: (index) => waiting[index] ?? [],
    followersOf: (index) => following[index] ?? [],
    upstreamOf,
  };
}

function reachable(from: number, waiting: readonly (readonly number[])[]): Set<number> {
  const found = new Set<number>();
  const pending = [...(waiting[from] ?? [])];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    if (found.has(index)) continue;
    found.add(index);
    pending.push(...(waiting[index] ?? []));
  }
  return found;
}
