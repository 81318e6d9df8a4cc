import type { Decide } from "../../core/run/index.ts";

/**
 * A decision that notes what it throws. It never should, whatever it is asked: a look that fails is taken up by a later one, which
 * would let a mistake of ours go by.
 */
export function watchDecisions(decide: Decide, note: (thrown: string) => void): Decide {
  return (input) => {
    try {
      return decide(input);
    } catch (error) {
      note(String(error));
      throw error;
    }
  };
}
