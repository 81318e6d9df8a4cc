/**
 * The date on the wall calendar of a time zone at a moment, `2026-11-23`, for browsers with and without Temporal; nothing where the
 * browser does not know the zone.
 */
export function todayIn(timeZone: string, now: Date): string | undefined {
  try {
    // Canada writes dates as ISO does.
    return new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    }).format(now);
  } catch {
    return undefined;
  }
}
