import { expect, test } from "vitest";
import { knownHolidayRegions } from "../../../core/holiday-regions/index.ts";
import { publicHolidaysOf } from "../../../core/holidays/index.ts";

test("countries and regions are listed by their codes", () => {
  expect(knownHolidayRegions()).toEqual(expect.arrayContaining(["CH", "DE", "DK"]));
  expect(knownHolidayRegions("CH")).toEqual(expect.arrayContaining(["TI", "ZH"]));
});

test.each(["DK", "XX", "constructor"])("of %s there are no regions", (country) => {
  expect(knownHolidayRegions(country)).toEqual([]);
});

test("every region that is listed has holidays", () => {
  for (const country of ["CH", "DE", "GB", "US"])
    for (const region of knownHolidayRegions(country))
      expect([region, publicHolidaysOf({ country, region })(2027).length > 0]).toEqual([region, true]);
});
