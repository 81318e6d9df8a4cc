import { describe, expect, test } from "vitest";
import {
  formatOffset,
  formatQuantity,
  parseDateRange,
  parseOffset,
  parseQuantity,
} from "../../../core/calendar/index.ts";

describe("parseOffset", () => {
  test.each([
    ["-30d", -30, "d"],
    ["+2w", 2, "w"],
    ["-5bd", -5, "bd"],
    ["0d", 0, "d"],
    ["+0d", 0, "d"],
    ["-0bd", 0, "bd"],
    ["0000w", 0, "w"],
    ["+9999d", 9999, "d"],
    ["-007bd", -7, "bd"],
  ])("reads %s", (text, amount, unit) => {
    expect(parseOffset(text)).toEqual({ amount, unit });
  });

  test.each([
    "30d",
    "-30",
    "d",
    "",
    "-1.5d",
    "+10000d",
    "-5h",
    "-1000mo",
    "- 5d",
    "-5d ",
    "−5d",
    "--5d",
    "-5D",
  ])("refuses %j", (text) => expect(parseOffset(text)).toBeUndefined());

  test.each(["-30d", "+2w", "-5bd", "0d"])("%s is written as it was read", (text) => {
    expect(formatOffset(parseOffset(text) ?? expect.unreachable())).toBe(text);
  });
});

describe("parseQuantity", () => {
  test.each([
    ["3bd", ["bd"], 3, "bd"],
    ["48h", ["h", "d"], 48, "h"],
    ["6mo", ["m", "mo"], 6, "mo"],
    ["15m", ["m", "mo"], 15, "m"],
    ["0h", ["h"], 0, "h"],
    ["1y", ["y"], 1, "y"],
  ] as const)("reads %s", (text, units, amount, unit) => {
    expect(parseQuantity(text, units)).toEqual({ amount, unit });
    expect(formatQuantity({ amount, unit })).toBe(text);
  });

  test.each([
    ["3d", ["bd"]],
    ["-3bd", ["bd"]],
    ["3", ["bd"]],
    ["bd", ["bd"]],
    ["10000h", ["h"]],
    ["1.5h", ["h"]],
    ["3bdx", ["bd"]],
    ["x3bd", ["bd"]],
  ] as const)("refuses %s where %j is allowed", (text, units) => {
    expect(parseQuantity(text, units)).toBeUndefined();
  });
});

describe("parseDateRange", () => {
  test.each([
    ["2026-12-24", "2026-12-24", "2026-12-24"],
    ["2026-12-24..2027-01-02", "2026-12-24", "2027-01-02"],
    ["2026-12-24 .. 2027-01-02", "2026-12-24", "2027-01-02"],
    ["2026-01-01..2027-02-05", "2026-01-01", "2027-02-05"],
  ])("reads %s", (text, from, to) => {
    expect(parseDateRange(text)).toEqual({ from, to });
  });

  test.each([
    "2027-01-02..2026-12-24",
    "2026-01-01..2027-02-06",
    "2026-02-30",
    "2026-12-24..",
    "..2026-12-24",
    "2026-12-24..2026-12-25..2026-12-26",
    "2026-12-24-2026-12-25",
    "",
  ])("refuses %j", (text) => expect(parseDateRange(text)).toBeUndefined());
});
