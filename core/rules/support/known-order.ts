import { listOf, type ParsedProcess } from "../../definition/index.ts";
import { stepGraph } from "./step-graph.ts";

/** Whether every step has an id of its own. Where one lacks it, what names that step cannot be judged. */
export function hasAllIds({ draft }: ParsedProcess): boolean {
  const ids = (draft.steps ?? []).flatMap(({ id }) => id ?? []);
  return draft.steps !== undefined && new Set(ids).size === draft.steps.length;
}

/**
 * Tells of a step, by its index, whether it is known what comes before it: neither it nor any step before it waits for
 * one that is not there, or for itself, or for one of another process, before which anything may come. What a rule found otherwise would follow from a mistake that is told already.
 */
export function knownOrder(process: ParsedProcess): (index: number) => boolean {
  if (!hasAllIds(process)) return () => false;
  const graph = stepGraph(process);
  let unresolved: readonly number[] | undefined;
  return (index) => {
    unresolved ??= unresolvedSteps(process);
    return !unresolved.some((other) => other === index || graph.upstreamOf(index).has(other));
  };
}

function unresolvedSteps(process: ParsedProcess): number[] {
  const graph = stepGraph(process);
  return (process.draft.steps ?? []).flatMap(({ after }, index) => {
    const isLost = listOf(after).some((id) => graph.indexOf(id) === undefined);
    return isLost || graph.upstreamOf(index).has(index) ? [index] : [];
  });
}
