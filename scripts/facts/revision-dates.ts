import { type CivilDate, parseCivilDate } from "../../core/calendar/index.ts";
import { gitChanges, gitHistory } from "../../disk/index.ts";

/**
 * The day each file of a handbook last changed, by path within it; today for a file with changes that are not
 * committed. Nothing when git cannot tell.
 */
export async function revisionDates(
  folder: string,
  today: CivilDate,
): Promise<ReadonlyMap<string, CivilDate> | undefined> {
  const [history, changed] = await Promise.all([gitHistory(folder), gitChanges(folder)]);
  if (history.size === 0) return undefined;
  const dates = new Map<string, CivilDate>();
  for (const [path, commits] of history) {
    const date = parseCivilDate(commits[0]?.committedAt.slice(0, 10) ?? "");
    if (date !== undefined) dates.set(path, date);
  }
  for (const path of changed) dates.set(path, today);
  return dates;
}
