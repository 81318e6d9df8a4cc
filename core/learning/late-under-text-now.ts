import { toEpochDay } from "../calendar/index.ts";
import type { StepId } from "../definition/index.ts";
import type { RunRecord } from "../metrics/index.ts";
import { daysAway } from "./days-away.ts";
import type { LearningFacts } from "./learning-facts.ts";
import { type ReplayedRun, replayRun } from "./replay-run.ts";
import type { RunLink } from "./step-evidence.ts";
import type { Duration } from "./survival-quantile.ts";

/** Of the runs in which a step was late, those in which it would be under the text as it is now, and how late each run would be. */
export type LateUnderTextNow = (
  step: StepId,
  late: readonly RunLink[],
) => {
  readonly late: readonly RunLink[];
  /** Business days from its date to its end, run by run, without days away: below zero when early; of open ones, so far. */
  readonly slips: readonly Duration[];
};

/**
 * Judges runs of a process by its text of today, whatever text they followed: what was changed since would otherwise be suggested again and again.
 * A step that is still open is late where its date would be over today. Days on which whoever had it was away do not count as late: one person's
 * holiday may hold many runs up at once. Runs are replayed only when something is asked.
 */
export function lateUnderTextNow(facts: LearningFacts): LateUnderTextNow {
  const { definition, handbook, records, frame } = facts;
  const away = daysAway(facts);
  const calendar = frame.calendarOf(definition.id);
  let replayed: readonly [RunRecord, ReplayedRun][] | undefined;
  return (step, late) => {
    replayed ??= records.map((run) => [
      run,
      replayRun(run, definition, { ...frame, processes: handbook.processes }),
    ]);
    const wasLate = new Set(late.map(({ number }) => number));
    const lives = replayed.flatMap(([run, { tasks }]) => {
      const life = tasks.find((task) => task.step === step);
      const hasBeen = run.tasks.some((task) => task.step === step && task.readyAt !== undefined);
      if (!life || !hasBeen) return [];
      const { wouldEndOn, dueOn } = life;
      const end = wouldEndOn ?? frame.today;
      const days = calendar.businessDaysBetween(toEpochDay(dueOn), toEpochDay(end));
      const isAfter = end > dueOn;
      const missing = isAfter ? away(run, step) : 0;
      return [
        {
          issue: run.issue,
          isLate: isAfter && (missing === 0 || days > missing),
          slip: {
            days: days - Math.min(missing, Math.max(0, days)),
            isOver: wouldEndOn !== undefined,
          },
        },
      ];
    });
    return {
      late: lives.flatMap(({ issue, isLate }) => (isLate && wasLate.has(issue.number) ? [issue] : [])),
      slips: lives.map(({ slip }) => slip),
    };
  };
}
