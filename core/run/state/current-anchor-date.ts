import type { CivilDate } from "../../calendar/index.ts";
import { lastEntry } from "../ledger/last-entry.ts";
import type { Ledger } from "../ledger/ledger.ts";

/** The anchor date of a run now: the one it began with, or the last it was moved to. */
export function currentAnchorDate(ledger: Ledger): CivilDate {
  return lastEntry(ledger, "moved")?.anchorDate ?? ledger.anchorDate;
}
