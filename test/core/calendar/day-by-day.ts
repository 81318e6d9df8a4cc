import { Temporal } from "../../../core/temporal.ts";
/** What decides whether a day is worked, in plain texts. */
export interface PlainCalendar {
  /** ISO weekdays. */
  readonly workweek: readonly number[];
  readonly holidays: ReadonlySet<string>;
  readonly closed: readonly [from: string, to: string];
}

/** The rules of dates as one would tell them, day by day in Temporal: slow and plainly right. */
export function dayByDay({ workweek, holidays, closed }: PlainCalendar) {
  const isOpen = (date: Temporal.PlainDate) =>
    workweek.includes(date.dayOfWeek) &&
    !holidays.has(date.toString()) &&
    !(closed[0] <= date.toString() && date.toString() <= closed[1]);

  const addBusinessDays = (start: string, count: number): string => {
    let date = Temporal.PlainDate.from(start);
    for (let left = Math.abs(count); left > 0; ) {
      date = date.add({ days: Math.sign(count) });
      if (isOpen(date)) left -= 1;
    }
    return date.toString();
  };

  const businessDaysBetween = (from: string, to: string): number => {
    const direction = from <= to ? 1 : -1;
    let [date, count] = [Temporal.PlainDate.from(direction > 0 ? from : to), 0];
    const end = Temporal.PlainDate.from(direction > 0 ? to : from);
    while (Temporal.PlainDate.compare(date, end) < 0) {
      date = date.add({ days: 1 });
      if (isOpen(date)) count += 1;
    }
    return count === 0 ? 0 : direction * count;
  };

  const dueDate = (anchor: string, amount: number, unit: string): string => {
    if (amount === 0) return anchor;
    if (unit === "bd") return addBusinessDays(anchor, amount);
    let date = Temporal.PlainDate.from(anchor).add(unit === "w" ? { weeks: amount } : { days: amount });
    while (!isOpen(date)) date = date.add({ days: Math.sign(amount) });
    return date.toString();
  };

  return { isOpen, addBusinessDays, businessDaysBetween, dueDate };
}
