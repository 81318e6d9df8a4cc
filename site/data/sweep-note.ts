import { type CivilDate, civilToday } from "../../core/calendar/index.ts";
import { siteText } from "../../core/text/index.ts";
import type { Site } from "./site.ts";

/** What is said about how fresh the record of runs is. */
export interface SweepNote {
  readonly text: string;
  /** Whether the bot seems not to be running: silence must be seen. */
  readonly isOld: boolean;
}

const longestSilenceHours = 26;

/**
 * How fresh what the pages say about runs is, as of the moment the site is built; nothing while there is no run to record.
 * The bot looks at every run at least once a day; two hours more is what a late schedule may take.
 */
export function sweepNote({
  settings,
  handbook,
  runs,
  lastSweepAt,
  runsWrittenAt,
}: Site): SweepNote | undefined {
  if (runsWrittenAt === undefined || runs.length === 0) return undefined;
  const words = siteText.sweep;
  const dayOf = (instant: string): CivilDate => civilToday(instant, handbook.config.timeZone);
  const written = words.written(dayOf(runsWrittenAt));
  if (lastSweepAt === undefined) return { text: `${words.never} ${written}`, isOld: true };
  const silentHours = (Date.parse(settings.now) - Date.parse(lastSweepAt)) / 3_600_000;
  const isOld = silentHours > longestSilenceHours;
  const looked = isOld
    ? words.silent(dayOf(lastSweepAt), Math.floor(silentHours / 24))
    : words.looked(dayOf(lastSweepAt));
  return { text: `${looked} ${written}`, isOld };
}
