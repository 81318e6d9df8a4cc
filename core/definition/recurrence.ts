import { parseCivilDate } from "../calendar/index.ts";

const weekday = "(?:MO|TU|WE|TH|FR|SA|SU)";
const values: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}(?:T\d{6}Z?)?$/,
  BYDAY: new RegExp(`^[+-]?[1-5]?${weekday}(?:,[+-]?[1-5]?${weekday}){0,30}$`),
  BYMONTHDAY: /^-?(?:[1-9]|[12]\d|3[01])(?:,-?(?:[1-9]|[12]\d|3[01])){0,30}$/,
  BYMONTH: /^(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2])){0,11}$/,
  BYSETPOS: /^-?[1-9]\d{0,2}$/,
  WKST: new RegExp(`^${weekday}$`),
};
const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether a text is a recurrence rule (RRULE, RFC 5545) that names whole days: how often, and on which days. Hours and
 * minutes are refused, since a process begins on a day, and so are days that no month has.
 */
export function isRecurrence(text: string): boolean {
  const parts = new Map<string, string>();
  for (const part of text.replace(/^RRULE:/, "").split(";")) {
    const [key = ""] = part.split("=", 1);
    const value = part.slice(key.length + 1);
    const pattern = Object.hasOwn(values, key) ? values[key] : undefined;
    if (!pattern?.test(value) || parts.has(key)) return false;
    parts.set(key, value);
  }
  return parts.has("FREQ") && hasRealEnd(parts) && hasRealDays(parts);
}

function hasRealEnd(parts: ReadonlyMap<string, string>): boolean {
  const until = parts.get("UNTIL");
  if (until === undefined) return true;
  const day = `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`;
  return !parts.has("COUNT") && parseCivilDate(day) !== undefined;
}

/** "The fifth Monday" is a day of a month or year, not of a week; and some month named has some day named. */
function hasRealDays(parts: ReadonlyMap<string, string>): boolean {
  const isByMonth = /MONTHLY|YEARLY/.test(parts.get("FREQ") ?? "");
  if (!isByMonth && /\d/.test(parts.get("BYDAY") ?? "")) return false;
  const days = parts.get("BYMONTHDAY")?.split(",").map(Number);
  const months = parts.get("BYMONTH")?.split(",").map(Number);
  if (!days || !months) return true;
  const longest = Math.max(...months.map((month) => monthLengths[month - 1] ?? 0));
  return days.some((day) => Math.abs(day) <= longest);
}
