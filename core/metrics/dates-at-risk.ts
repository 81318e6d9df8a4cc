import { toEpochDay } from "../calendar/index.ts";
import type { SlippingDate } from "../plan/index.ts";
import { text } from "../text/index.ts";
import { type Figure, measured } from "./figure.ts";
import type { MeasureFrame } from "./measure-frame.ts";
import { measureRun } from "./measure-run.ts";
import { isTurn } from "./open-work.ts";
import type { RunRecord, TaskRecord } from "./run-record.ts";

/** A run whose promised date is at risk: its anchor date, or its end where it begins with that. */
export interface DateAtRisk extends SlippingDate {
  readonly run: RunRecord;
  /** Business days between the two. */
  readonly delay: Figure;
  /** The tasks whose turn it is: what the date hangs on now. */
  readonly turns: readonly TaskRecord[];
}

/** The runs that go on and are expected after their promised date, by that date. Empty while all dates hold. */
export function datesAtRisk(runs: readonly RunRecord[], frame: MeasureFrame): readonly DateAtRisk[] {
  return runs
    .flatMap((run): DateAtRisk[] => {
      const { atRisk } = measureRun(run, frame);
      if (atRisk === undefined) return [];
      const { promised, expected } = atRisk;
      const days = frame
        .calendarOf(run.process)
        .businessDaysBetween(toEpochDay(promised), toEpochDay(expected));
      const delay = measured(days, text.figures.delay);
      return [{ run, promised, expected, delay, turns: run.tasks.filter(isTurn) }];
    })
    .sort((a, b) => (a.promised < b.promised ? -1 : a.promised > b.promised ? 1 : 0));
}
