import type { DateRange } from "../calendar/index.ts";
import { type CivilDate, parseDateRange } from "../calendar/index.ts";
import { listOf, type ParsedHandbook } from "../definition/index.ts";
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
  ],
  check: (context) => {
    const { parsed, facts } = context;
    const { today } = facts;
    if (today === undefined) return [];
    const absences = absencesOf(parsed);
    return usedRoles(context).flatMap(({ id, inLine, hasWork }) => {
      const day = hasWork ? firstDayWithout(inLine, absences, today) : undefined;
      if (day === undefined) return [];
      const who = listInWords(inLine.map((login) => code(login)));
      const message = `On ${longDate(day)} nobody fills the role ${code(id)}: ${who} ${inLine.length === 1 ? "is" : "are all"} away; add somebody to \`deputies\`.`;
      return [{ path: parsed.roles.path, ...parsed.roles.data.keyPositionOf([id]), message }];
    });
  },
};

function absencesOf({ absences }: ParsedHandbook): Map<string, DateRange[]> {
  return new Map(
    [...absences.draft].map(([login, texts]) => [
      login.toLowerCase(),
      listOf(texts).flatMap((text) => parseDateRange(text) ?? []),
    ]),
  );
}

/** The first day from today on when all of some people are away; nothing for nobody, or when there is no such day. */
function firstDayWithout(
  people: readonly string[],
  absences: ReadonlyMap<string, readonly DateRange[]>,
  today: CivilDate,
): CivilDate | undefined {
  const isAway = (login: string, day: CivilDate) =>
    (absences.get(login) ?? []).some(({ from, to }) => from <= day && day <= to);
  // Whenever all are away, the last of them to leave has just left: only first days of absences need a look.
  const beginnings = people.flatMap((login) =>
    (absences.get(login) ?? []).map(({ from }) => (from < today ? today : from)),
  );
  return beginnings.sort().find((day) => people.every((login) => isAway(login, day)));
}
