import { listInWords, siteText } from "../../core/text/index.ts";

/**
 * How often a process repeats, in words, from an RRULE (RFC 5545): frequency, interval, days of the week or month,
 * months. A rule that says more than that is shown as it was written.
 */
export function repeatsInWords(rule: string): string {
  const parts = new Map(
    rule
      .replace(/^RRULE:/i, "")
      .split(";")
      .map((part) => part.toUpperCase().split("=", 2) as [string, string]),
  );
  const words = siteText.repeats;
  const frequency = parts.get("FREQ") ?? "";
  const unit = words.units[frequency as keyof typeof words.units];
  const known = new Set(["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"]);
  const days = listOf(parts.get("BYDAY"));
  const dayNames = days.map(dayInWords);
  const monthDays = listOf(parts.get("BYMONTHDAY")).map(Number);
  const months = listOf(parts.get("BYMONTH")).map((month) => words.months[Number(month) - 1]);
  const isSayable =
    unit !== undefined &&
    [...parts.keys()].every((key) => known.has(key)) &&
    dayNames.every((name) => name !== undefined) &&
    months.every((name) => name !== undefined) &&
    monthDays.every((day) => Number.isInteger(day) && day !== 0);
  if (!isSayable) return rule;
  return [
    words.every(Number(parts.get("INTERVAL") ?? 1), unit),
    ...(dayNames.length > 0 ? [words.on(listInWords(dayNames))] : []),
    ...(monthDays.length > 0 ? [words.onDay(listInWords(monthDays.map(words.monthDay)))] : []),
    ...(months.length > 0 ? [words.in(listInWords(months))] : []),
  ].join(" ");
}

function listOf(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(",");
}

/** `MO` as Monday, `1MO` as the first Monday, `-1FR` as the last Friday; nothing for anything else. */
function dayInWords(text: string): string | undefined {
  const [, ordinal = "", day = ""] = /^(-?\d)?([A-Z]{2})$/.exec(text) ?? [];
  const name = siteText.repeats.days[day as keyof typeof siteText.repeats.days];
  if (name === undefined || ordinal === "") return name;
  const place = siteText.repeats.ordinals[ordinal as keyof typeof siteText.repeats.ordinals];
  return place === undefined ? undefined : `${place} ${name}`;
}
