import type { Quantity, Unit } from "./quantity.ts";

/** Units that are counted in each other, and what one of them is in the smallest. */
const families: readonly Readonly<Partial<Record<Unit, number>>>[] = [
  { d: 1, w: 7 },
  { bd: 1 },
  { mo: 1, y: 12 },
];

/** No window is asked for more times than this, so that a slip of the pen costs nothing. */
const mostTimes = 1000;

/**
 * The times in a window, from its first day on at equal distances, as offsets in order; the last day is one of them where the
 * distances meet it. Nothing where the window and the distance are counted in units that do not go into each other (weeks
 * in months, business days in days), since how many there are would depend on the date. At most a thousand are told.
 */
export function timesInWindow(opens: Quantity, last: Quantity, every: Quantity): Quantity[] | undefined {
  const parts = [opens, last, every];
  const family = families.find((units) =>
    parts.every(({ amount, unit }) => amount === 0 || units[unit] !== undefined),
  );
  if (!family) return undefined;
  const sizeOf = ({ amount, unit }: Quantity) => amount * (family[unit] ?? 1);
  const [first, end, distance] = [sizeOf(opens), sizeOf(last), sizeOf(every)];
  if (distance <= 0 || end < first) return undefined;
  const isWeekly = parts.every(({ amount, unit }) => amount === 0 || unit === "w");
  const unit = family.mo ? "mo" : family.bd ? "bd" : isWeekly ? "w" : "d";
  const count = Math.min(mostTimes, Math.floor((end - first) / distance) + 1);
  return Array.from({ length: count }, (_, index) => {
    const amount = (first + index * distance) / (isWeekly ? 7 : 1);
    return { amount, unit: amount === 0 ? "d" : unit };
  });
}
