import { describe, expect, test } from "vitest";
import { createWorkCalendar, fromEpochDay, toEpochDay } from "../../../core/calendar/index.ts";
import { earliestAnchorDate } from "../../../core/plan/earliest-anchor-date.ts";
import { selectTasks } from "../../../core/plan/select-tasks.ts";
import { date, processOf } from "../../builders.ts";

const calendar = createWorkCalendar({ workweek: [1, 2, 3, 4, 5], publicHolidays: () => [], closed: [] });
const today = toEpochDay(date("2026-03-02"));

/** The earliest anchor date for steps with such offsets, and how many days were tried to find it. */
function search(...dues: readonly string[]) {
  const steps = dues.map(
    (due, index) => `  - { id: s${index}, title: Part ${index}, role: author, after: [], ${due} }`,
  );
  const tasks = selectTasks(processOf(`anchor: Day\nsteps:\n${steps.join("\n")}`), new Map(), new Map());
  let tried = 0;
  const found = earliestAnchorDate(
    tasks,
    today,
    (anchor) => {
      tried += 1;
      return { anchor, start: today, calendar, processes: new Map() };
    },
    calendar,
  );
  return { found: fromEpochDay(found), tried };
}

describe("the earliest anchor date", () => {
  test.each([
    ["today, where nothing lies before it", ["due: 0d"], "2026-03-02", 2],
    ["today, where all comes later", ["due: +3w"], "2026-03-02", 2],
    ["as far on as the earliest step lies back", ["due: -30d", "due: -5d"], "2026-04-01", 5],
    ["a business day, where the first that works is none", ["due: -5d"], "2026-03-09", 5],
    ["over weekends", ["due: -5bd"], "2026-03-09", 5],
    ["far on", ["due: -300bd"], "2027-04-26", 19],
    ["as far as an offset goes", ["due: -9999w"], "2217-10-20", 5],
  ])("%s, without trying many days", (_what, dues, day, most) => {
    const { found, tried } = search(...dues);
    expect(found).toBe(day);
    expect(tried).toBeLessThanOrEqual(most);
  });
});
