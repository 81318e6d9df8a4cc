import {
  type Attendance,
  type CivilDate,
  createWorkCalendar,
  type DateRange,
  type EpochDay,
  fromEpochDay,
  toEpochDay,
  type WorkCalendar,
} from "../calendar/index.ts";
import { attendanceBy, type CalendarSettings, defineHandbook, type Handbook } from "../definition/index.ts";
import { code } from "../message.ts";
import { listInWords, longDate } from "../text/index.ts";
import type { HandbookRule } from "./rule.ts";
import { usedRoles } from "./support/used-roles.ts";

/** A role whose people will all be away at once. */
export const absentWithoutDeputy: HandbookRule = {
  id: "absent-without-deputy",
  scope: "handbook",
  severity: "warning",
  purpose: "On no day to come is everyone who fills a role away, deputies included.",
  why: "Steps that are due then have nobody who could do them. Knowing it beforehand, you can name a deputy or move the run.",
  examples: [
    {
      title: "A holiday without a deputy",
      wrong: {
        roles:
          "author: { title: Author, people: demo-jonas }\neditor: { title: Editor, people: [demo-lena, demo-sofia] }\n",
        absences: "demo-jonas: [2026-12-07..2026-12-11]\n",
        facts: { today: "2026-11-02" as CivilDate },
      },
      at: "author:",
      right: {
        roles:
          "author: { title: Author, people: demo-jonas, deputies: demo-ben }\neditor: { title: Editor, people: [demo-lena, demo-sofia] }\n",
        absences: "demo-jonas: [2026-12-07..2026-12-11]\n",
        facts: { today: "2026-11-02" as CivilDate },
      },
    },
    {
      title: "A deputy who has the day off by their own calendar",
      wrong: {
        roles:
          "author: { title: Author, people: demo-jonas, deputies: demo-ben }\neditor: { title: Editor, people: [demo-lena, demo-sofia] }\n",
        absences: "demo-jonas: [2026-12-07..2026-12-11]\n",
        people: "demo-ben: { calendar: { workweek: [mon, tue, wed, thu] } }\n",
        facts: { today: "2026-11-02" as CivilDate },
      },
      at: "author:",
      right: {
        roles:
          "author: { title: Author, people: demo-jonas, deputies: demo-ben }\neditor: { title: Editor, people: [demo-lena, demo-sofia] }\n",
        absences: "demo-jonas: [2026-12-07..2026-12-10]\n",
        people: "demo-ben: { calendar: { workweek: [mon, tue, wed, thu] } }\n",
        facts: { today: "2026-11-02" as CivilDate },
      },
    },
  ],
  check: (context) => {
    const { parsed, facts } = context;
    const { today } = facts;
    if (today === undefined) return [];
    const handbook = defineHandbook(parsed, () => false);
    const attendance = attendanceBy(writtenCalendar, handbook.config, handbook);
    return usedRoles(context).flatMap(({ id, inLine, hasWork }) => {
      const day = hasWork ? firstDayWithout(inLine, handbook, attendance, today) : undefined;
      if (day === undefined) return [];
      const who = listInWords(inLine.map((login) => code(login)));
      const message = `On ${longDate(day)} nobody fills the role ${code(id)}: ${who} ${inLine.length === 1 ? "is" : "are all"} away; add somebody to \`deputies\`.`;
      return [{ path: parsed.roles.path, ...parsed.roles.data.keyPositionOf([id]), message }];
    });
  },
};

/** Public holidays are left to the plan of a run: to load those of the world takes longer than all rules together. */
function writtenCalendar({ workweek, closed, worked }: CalendarSettings): WorkCalendar {
  return createWorkCalendar({ workweek, closed, worked, publicHolidays: () => [] });
}

/** So many days of a long absence are looked at: within them, every day off of everybody else has come around. */
const mostDays = 400;

/**
 * The first day from today on when all of some people are missing; nothing for nobody, or when there is no such day. Only days
 * that somebody has written down count, as an absence or as `closed` in their own calendar: a Friday off every week is for
 * the plan of a run to weigh.
 */
function firstDayWithout(
  inLine: readonly string[],
  { absences, people }: Handbook,
  attendance: Attendance,
  today: CivilDate,
): CivilDate | undefined {
  const written = inLine.flatMap((login) => [
    ...(absences.get(login) ?? []),
    ...(people.get(login)?.calendar?.closed ?? []),
  ]);
  const days = written.flatMap((range) => firstDayIn(range, toEpochDay(today), isNobodyThere) ?? []);
  return days.length === 0 ? undefined : fromEpochDay(Math.min(...days));

  function isNobodyThere(day: EpochDay): boolean {
    return inLine.every((login) => attendance.isAway(login, day));
  }
}

function firstDayIn(
  { from, to }: DateRange,
  today: EpochDay,
  fits: (day: EpochDay) => boolean,
): EpochDay | undefined {
  const first = Math.max(toEpochDay(from), today);
  const last = Math.min(toEpochDay(to), first + mostDays);
  for (let day = first; day <= last; day += 1) if (fits(day)) return day;
  return undefined;
}
