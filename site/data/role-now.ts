import { awayWords } from "./away-words.ts";
import type { CalendarChart } from "./calendar-chart.ts";
import type { RolePage } from "./role-page.ts";
import type { Site } from "./site.ts";
import { teamOf } from "./team-of.ts";
import { type WorkLists, workLists } from "./work-lists.ts";

/** What of a role's page changes from day to day. */
export interface RoleNow {
  /** When its people are away, in words, by login; only of those who are, and of nobody where absences are not shown. */
  readonly away: ReadonlyMap<string, string>;
  /** The next weeks of its people; absent where there is nothing to show of them. */
  readonly chart?: CalendarChart | undefined;
  /** The open work of everybody in it; absent where runs are not shown. */
  readonly work?: WorkLists | undefined;
}

/** How a role stands on the day of the site. */
export function roleNow({ id, people }: RolePage, site: Site): RoleNow {
  const known = people === undefined ? [] : [...people.people, ...people.deputies];
  const away = known.map(({ login }) => [login, awayWords(login, site).join(", ")] as const);
  return {
    away: new Map(away.filter(([, when]) => when !== "")),
    chart: teamOf(
      known.map(({ login }) => login),
      site,
    ),
    work: site.shows.runs ? workLists({ roles: [id] }, site) : undefined,
  };
}
