const values: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}(?:T\d{6}Z?)?$/,
  BYDAY: /^(?:[+-]?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU))(?:,[+-]?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU)){0,30}$/,
  BYMONTHDAY: /^-?(?:[1-9]|[12]\d|3[01])(?:,-?(?:[1-9]|[12]\d|3[01])){0,30}$/,
  BYMONTH: /^(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2])){0,11}$/,
  BYSETPOS: /^-?[1-9]\d{0,2}$/,
  WKST: /^(?:MO|TU|WE|TH|FR|SA|SU)$/,
};

/**
 * Whether a text is a recurrence rule (RRULE, RFC 5545) that names whole days: how often, and on which days.
 * Hours and minutes are refused, since a process begins on a day.
 */
export function isRecurrence(text: string): boolean {
  const parts = text.replace(/^RRULE:/, "").split(";");
  const keys = parts.map((part) => part.split("=", 1)[0] ?? "");
  const isKnown = parts.every((part, index) => {
    const pattern = Object.hasOwn(values, keys[index] ?? "") ? values[keys[index] ?? ""] : undefined;
    return pattern?.test(part.slice((keys[index] ?? "").length + 1));
  });
  return isKnown && keys.includes("FREQ") && new Set(keys).size === keys.length;
}
