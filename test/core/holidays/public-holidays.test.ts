import { describe, expect, test } from "vitest";
import { type CivilDate, type DateRange, toEpochDay } from "../../../core/calendar/index.ts";
import { publicHolidaysOf, workCalendarOf } from "../../../core/holidays/index.ts";
import { handbookOf } from "../../builders.ts";

describe("public holidays by place", () => {
  test.each([
    ["CH", "ZH", 2026, "2026-04-03", true, "Good Friday moves with Easter: April in 2026"],
    ["CH", "ZH", 2027, "2027-03-26", true, "and March in 2027"],
    ["CH", "ZH", 2027, "2027-04-03", false, "so the old day is free of it"],
    ["CH", "TI", 2026, "2026-04-03", false, "Ticino works on Good Friday"],
    ["CH", "TI", 2026, "2026-08-15", true, "but not on the Assumption"],
    ["CH", "ZH", 2026, "2026-08-15", false, "which Zurich does not keep"],
    ["CH", "ZH", 2026, "2026-08-01", true, "the national day, a Saturday"],
    ["DE", "BY", 2026, "2026-01-06", true, "Epiphany in Bavaria"],
    ["DE", "BE", 2026, "2026-01-06", false, "but not in Berlin"],
    ["DE", "BE", 2026, "2026-03-08", true, "which keeps the Women's Day instead"],
    ["DE", undefined, 2026, "2026-10-03", true, "the Day of Unity, everywhere"],
    ["DK", undefined, 2026, "2026-06-05", false, "Denmark's Constitution Day is no public holiday"],
    ["DK", undefined, 2026, "2026-05-14", true, "Ascension Day in Denmark"],
    ["DK", undefined, 2024, "2024-04-26", false, "the Great Prayer Day was abolished in 2024"],
    ["DK", undefined, 2023, "2023-05-05", true, "and was kept before"],
  ] as const)("%s %s %i: %s is %s, %s", (country, region, year, date, expected, _reason) => {
    expect(publicHolidaysOf({ country, region })(year).includes(date as CivilDate)).toBe(expected);
  });

  test("are whole days of the year, each once and in order", () => {
    const dates = publicHolidaysOf({ country: "DE", region: "BY" })(2028);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates.every((date) => date.startsWith("2028-"))).toBe(true);
    expect(dates.length).toBeGreaterThan(8);
  });

  test("of a country nobody knows are none", () => {
    expect(publicHolidaysOf({ country: "XX" })(2026)).toEqual([]);
  });
});

test("a handbook's calendar joins workweek, holidays and closures", () => {
  const { config } = handbookOf(
    new Map([
      [
        "handbook.yml",
        "title: Handbook\ncalendar: { country: CH, region: ZH, workweek: [mon, tue, wed, thu], closed: 2026-07-20..2026-07-24 }\n",
      ],
    ]),
  );
  const calendar = workCalendarOf(config);
  const open = ["2026-07-15", "2026-07-17", "2026-07-21", "2026-05-14"].map((date) =>
    calendar.isBusinessDay(toEpochDay(date as CivilDate)),
  );
  expect(open).toEqual([true, false, false, false]);
  expect(config.closed).toEqual<DateRange[]>([
    { from: "2026-07-20" as CivilDate, to: "2026-07-24" as CivilDate },
  ]);
});
