import { dayAndMonth, siteText } from "../../core/text/index.ts";
import type { Site } from "./site.ts";

/** When somebody is away from today on, a stretch of days each, in words. */
export function awayWords(login: string, { handbook, today }: Site): string[] {
  return (handbook.absences.get(login.toLowerCase()) ?? [])
    .filter(({ to }) => to >= today)
    .map(({ from, to }) => siteText.person.from(dayAndMonth(from), dayAndMonth(to)));
}
