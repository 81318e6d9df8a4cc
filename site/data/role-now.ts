import { awayWords } from "./away-words.ts";
import type { RolePage } from "./role-page.ts";
import type { Site } from "./site.ts";
import { type WorkLists, workLists } from "./work-lists.ts";

/** What of a role's page changes from day to day. */
export interface RoleNow {
  /** When its people are away, in words, by login; only of those who are, and of nobody where absences are not shown. */
  readonly away: ReadonlyMap<string, string>;
  /** The open work of everybody in it; absent where runs are not shown. */
  readonly work?: WorkLists | undefined;
}

/** How a role stands on the day of the site. */
export function roleNow({ id, people }: RolePage, site: Site): RoleNow {
  const known = people === undefined ? [] : [...people.people, ...people.deputies];
  const away = known.map(({ login }) => [login, awayWords(login, site).join(", ")] as const);
  return {
    away: new Map(away.filter(([, when]) => when !== "")),
    work: site.shows.runs ? workLists({ role: id }, site) : undefined,
  };
}
