import { months } from "../format-date.ts";
import { count } from "../plural.ts";

/** Dates and lengths in words. */
export const length = {
  before: (amount: string, anchor: string) => `${amount} before the ${anchor.toLowerCase()}`,
  after: (amount: string, anchor: string) => `${amount} after the ${anchor.toLowerCase()}`,
  onDay: (anchor: string) => `On the ${anchor.toLowerCase()}`,
  /** `due` names the last day in words: `8 months before the event`. */
  window: (opens: string, due: string) => `${opens} to ${due.charAt(0).toLowerCase()}${due.slice(1)}`,
  sameDay: "That day",
  earlier: "before",
  later: "after",
  at: (time: string) => `, at ${time}`,
  exact: ", that very day",
  /** `every` is a length such as `1 week`. */
  again: (every: string, times: number) => `, every ${every.replace(/^1 /, "")}: ${count(times, "time")}`,
  units: {
    m: (amount: number) => count(amount, "minute"),
    h: (amount: number) => count(amount, "hour"),
    d: (amount: number) => count(amount, "day"),
    bd: (amount: number) => count(amount, "business day"),
    w: (amount: number) => count(amount, "week"),
    mo: (amount: number) => count(amount, "month"),
    y: (amount: number) => count(amount, "year"),
  },
};

/** How often something repeats. */
export const repeats = {
  units: { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" },
  days: {
    MO: "Monday",
    TU: "Tuesday",
    WE: "Wednesday",
    TH: "Thursday",
    FR: "Friday",
    SA: "Saturday",
    SU: "Sunday",
  },
  ordinals: { "1": "the first", "2": "the second", "3": "the third", "4": "the fourth", "-1": "the last" },
  months,
  every: (interval: number, unit: string) =>
    interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`,
  on: (days: string) => `on ${days}`,
  onDay: (days: string) => `on ${days}`,
  monthDay: (day: number) => (day === -1 ? "the last day" : `day ${day}`),
  in: (months: string) => `in ${months}`,
};
