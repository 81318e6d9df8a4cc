import type { GitHubState } from "./types.ts";

/** Counts on; what has the lower tick came first. */
export function nextTick(state: Pick<GitHubState, "counters">): number {
  state.counters.tick += 1;
  return state.counters.tick;
}
