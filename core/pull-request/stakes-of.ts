import { type HandbookMeaning, type Stake, stakesIn } from "../change/index.ts";
import type { ProposedMerge } from "./proposed-merge.ts";

/** The roles that have a say in what is proposed. A branch may have parted long ago: who looks after what is read from where it goes. */
export function stakesOf({ before, after, current }: ProposedMerge, meaning: HandbookMeaning): Stake[] {
  return stakesIn(meaning, {
    before: before.handbook,
    after: after.handbook,
    current: current.handbook,
  });
}
