import type { GitHubState } from "./types.ts";

/**
 * The next database id. All kinds of records share one row of numbers, so that an id of the wrong kind is
 * never accidentally right; issue numbers are a row of their own.
 */
export function nextId(state: Pick<GitHubState, "counters">): number {
  state.counters.id += 1;
  return state.counters.id;
}
