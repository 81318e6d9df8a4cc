import {
  addCalendarDays,
  type CivilDate,
  civilToday,
  fromEpochDay,
  minutesOf,
  type Quantity,
  reminderTime,
  toEpochDay,
  type WorkCalendar,
} from "../../calendar/index.ts";
import type { HandbookConfig, Step } from "../../definition/index.ts";
import { attendanceOf, workCalendarOf } from "../../holidays/index.ts";
import type { Instant } from "../../metrics/index.ts";
import { rememberLast } from "../../remember-last.ts";
import { Temporal } from "../../temporal.ts";
import type { RunHandbook } from "../run-handbook.ts";

/** A look at a run asks for the same few moments again and again, and most are asked for at the next one, too. */
const mostRemembered = 500;

/** What moments are worked out with. */
export interface MomentFrame {
  readonly config: Pick<HandbookConfig, "timeZone" | "dueTime" | "dayStart">;
  /** The zone that `dueTime` is meant in, where that is not the one of the days. */
  readonly dueZone?: string | undefined;
  readonly calendar: WorkCalendar;
  /** Whether work goes on at any hour: no day of the calendar is ever off. */
  readonly isRoundTheClock?: boolean | undefined;
}

/**
 * The clock and the calendar that a run goes by; for a task with an hour of its own, with that hour. For a person they are their own: the
 * zone they work in, and the days they are at work. An hour that a step names is one moment for everybody, in the handbook's zone.
 */
export function momentFrameOf(
  { handbook: { handbook } }: { readonly handbook: RunHandbook },
  task?: { readonly definition?: Pick<Step, "dueTime"> | undefined },
  person?: string,
): MomentFrame {
  const { config, people } = handbook;
  const hour = task?.definition?.dueTime;
  const { workweek, country, closed, dayStart, dueTime } = config;
  const timeZone = people.get(person?.toLowerCase() ?? "")?.timeZone ?? config.timeZone;
  return {
    config: { timeZone, dayStart, dueTime: hour ?? dueTime },
    ...(hour !== undefined && timeZone !== config.timeZone && { dueZone: config.timeZone }),
    calendar:
      person === undefined ? workCalendarOf(config) : attendanceOf(config, handbook).calendarOf(person),
    isRoundTheClock: workweek.length === 7 && country === undefined && closed.length === 0,
  };
}

/** The due moment of a date: `dueTime` on that day. On a night that skips it, the moment the clocks agree on next. */
export function dueMoment(date: CivilDate, { config, dueZone }: MomentFrame): Instant {
  return zoned(date, minutesOf(config.dueTime), dueZone ?? config.timeZone);
}

/** The moment to remind of a due date: see `reminderTime`. */
export function reminderMoment(
  date: CivilDate,
  before: Quantity,
  { config, dueZone, calendar }: MomentFrame,
): Instant {
  const { day, minutes } = reminderTime(toEpochDay(date), before, { ...config, calendar });
  return zoned(fromEpochDay(day), minutes, (before.unit === "h" ? dueZone : undefined) ?? config.timeZone);
}

/** The moment a time after another one: hours are counted on the clock, a time in days ends when the day begins. */
export function momentAfter(from: Instant, after: Quantity, { config, calendar }: MomentFrame): Instant {
  if (after.unit === "h") return Temporal.Instant.from(from).add({ hours: after.amount }).toString();
  const day = dayAfter(civilToday(from, config.timeZone), after, calendar);
  return zoned(day, minutesOf(config.dayStart), config.timeZone);
}

/** Whether people may be told of something that can wait: on a business day, from its beginning on. */
export function isBusinessTime(now: Instant, { config, calendar }: MomentFrame): boolean {
  const today = civilToday(now, config.timeZone);
  if (!calendar.isBusinessDay(toEpochDay(today))) return false;
  return isNotAfter(zoned(today, minutesOf(config.dayStart), config.timeZone), now);
}

/** Whether one instant is not after another; texts of instants differ in their fractions. */
export function isNotAfter(a: Instant, b: Instant): boolean {
  return Temporal.Instant.compare(a, b) <= 0;
}

function dayAfter(date: CivilDate, { amount, unit }: Quantity, calendar: WorkCalendar): CivilDate {
  if (unit === "bd") return fromEpochDay(calendar.addBusinessDays(toEpochDay(date), amount));
  return addCalendarDays(date, amount);
}

function zoned(date: CivilDate, minutes: number, timeZone: string): Instant {
  return instantOf(`${date} ${minutes} ${timeZone}`);
}

const instantOf = rememberLast(mostRemembered, (moment): Instant => {
  const [date = "", ofDay, timeZone = ""] = moment.split(" ");
  const minutes = Number(ofDay);
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime }).toInstant().toString();
});
