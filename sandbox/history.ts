import type { FaultRule, Faults } from "./faults.ts";
import { copyState } from "./state/copy-state.ts";
import { withEarlierLists } from "./state/lagging-state.ts";
import type { GitHubState } from "./state/types.ts";

/** The states before the latest writes, kept while a rule lets reads lag. */
export interface History {
  /** A write is about to be made. */
  readonly beforeWrite: () => void;
  /** From now on every read shows what has been written so far. */
  readonly catchUp: () => void;
  /** The state that a read is answered from which these rules strike. */
  readonly seenBy: (rules: readonly FaultRule[]) => GitHubState;
}

const mostKept = 20;

export function createHistory(state: GitHubState, faults: Faults): History {
  let earlier: GitHubState[] = [];
  return {
    beforeWrite: () => {
      earlier = faults.mayLag() ? [...earlier.slice(1 - mostKept), copyState(state)] : [];
    },
    catchUp: () => {
      earlier = [];
    },
    seenBy: (rules) => {
      const rule = rules.find(({ effect }) => effect === "lag" || effect === "lag-lists");
      if (rule === undefined || earlier.length === 0) return state;
      const before = earlier.at(-(rule.writes ?? 1)) ?? earlier[0] ?? state;
      return rule.effect === "lag" ? before : withEarlierLists(state, before);
    },
  };
}
