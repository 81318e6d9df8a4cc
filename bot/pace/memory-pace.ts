import { freshPace, type PaceState, type PaceStore } from "../ports/pace.ts";

/** The pace of a process that works alone. */
export function createMemoryPace(): PaceStore {
  const states = new Map<string, PaceState>();
  return {
    async update(account, change) {
      const { state, result } = change(states.get(account) ?? freshPace);
      states.set(account, state);
      return result;
    },
  };
}
