import { listOf, type ParsedProcess } from "../../definition/index.ts";
import { stepGraph } from "./step-graph.ts";

/** Whether every step has an id of its own. Where one lacks it, what names that step cannot be judged. */
export function hasAllIds({ draft }: ParsedProcess): boolean {
  const ids = (draft.steps ?? []).flatMap(({ id }) => id ?? []);
  return draft.steps !== undefined && new Set(ids).size === draft.steps.length;
}

/**
 * Whether it is known what comes before a step: neither it nor any step before it waits for one that is not there,
 * or for itself. What a rule found otherwise would follow from a mistake that is told already.
 */
export function isOrderKnown(process: ParsedProcess, index: number): boolean {
  const graph = stepGraph(process);
  const before = graph.upstreamOf(index);
  const steps = process.draft.steps ?? [];
  const isResolved = (step: number) =>
    listOf(steps[step]?.after).every((id) => graph.indexOf(id) !== undefined) &&
    !graph.upstreamOf(step).has(step);
  return hasAllIds(process) && [index, ...before].every(isResolved);
}
