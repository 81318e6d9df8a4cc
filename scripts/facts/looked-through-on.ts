import { type CivilDate, civilToday } from "../../core/calendar/index.ts";
import type { ParsedHandbook } from "../../core/definition/index.ts";
import { readRunsAt } from "../read-runs-at.ts";
import { revisionDates } from "./revision-dates.ts";

/**
 * The day each file of a handbook was last changed or found still right, by path within it. What was found right on GitHub is
 * known from a file that `report --format json` wrote. Nothing when git cannot tell when files changed.
 */
export async function lookedThroughOn(
  folder: string,
  today: CivilDate,
  { parsed, runs }: { readonly parsed: ParsedHandbook; readonly runs: string | undefined },
): Promise<ReadonlyMap<string, CivilDate> | undefined> {
  const changed = await revisionDates(folder, today);
  if (changed === undefined || runs === undefined) return changed;
  const days = new Map(changed);
  const pathOf = new Map(parsed.processes.map(({ id, path }) => [id, path]));
  const { activity } = await readRunsAt(runs);
  for (const { process, at } of activity?.confirmations ?? []) {
    const path = pathOf.get(process);
    const day = civilToday(at, parsed.config.draft.timeZone ?? "UTC");
    if (path !== undefined && day > (days.get(path) ?? "")) days.set(path, day);
  }
  return days;
}
