import { describe, expect, test } from "vitest";
import { guessDue } from "../../../core/definition/guess-offset.ts";
import { meantField } from "../../../core/definition/meant-field.ts";

const stepKeys = [
  ..."id title role due duration after kind approvers when input output informed respond optional policy".split(
    " ",
  ),
  ..."approves options process from exact at effort each every phase collect tools consulted accountable".split(
    " ",
  ),
  "strict",
];

describe("a key in another word is answered with the key it stands for", () => {
  test.each([
    ["rolle", "role"],
    ["wer", "role"],
    ["fällig", "due"],
    ["faellig", "due"],
    ["fällig am", "due"],
    ["wartet", "after"],
    ["wartet auf", "after"],
    ["wartet_auf", "after"],
    ["nach", "after"],
    ["danach", "after"],
    ["venter", "after"],
    ["venter på", "after"],
    ["venter-paa", "after"],
    ["efter", "after"],
    ["art", "kind"],
    ["slags", "kind"],
    ["godkender", "approvers"],
    ["godkendes af", "approvers"],
    ["genehmiger", "approvers"],
    ["freigeber", "approvers"],
    ["freigabe durch", "approvers"],
    ["prüfer", "approvers"],
    ["dauer", "duration"],
    ["hvis", "when"],
    ["bedingung", "when"],
    ["Titel", "title"],
    ["roles", "role"],
    ["option", "options"],
    ["afer", "after"],
    ["colour", undefined],
  ])("%s is %s", (written, meant) => {
    expect(meantField(written, stepKeys)).toBe(meant);
  });

  test("a letter more or less is nearer than another word", () => {
    expect(meantField("step", ["title", "steps", "owner"])).toBe("steps");
  });
});

describe("a due date in words is answered with the offset it stands for", () => {
  test.each([
    ["am selben Tag", "0d"],
    ["am gleichen Tag", "0d"],
    ["samme dag", "0d"],
    ["på dagen", "0d"],
    ["same day", "0d"],
    ["on the day", "0d"],
    ["the same day", "0d"],
    ["am Tag davor", "-1d"],
    ["dagen før", "-1d"],
    ["the day before", "-1d"],
    ["am Tag danach", "+1d"],
    ["dagen efter", "+1d"],
    ["the day after", "+1d"],
    ["eine Woche vorher", "-1w"],
    ["a week before", "-1w"],
    ["en uge før", "-1w"],
    ["zwei Wochen vorher", "-2w"],
    ["to uger før", "-2w"],
    ["two weeks after", "+2w"],
    ["einen Monat vorher", "-1mo"],
    ["drei Werktage vorher", "-3bd"],
    ["vor 3 Tagen", "-3d"],
    ["nach 2 Wochen", "+2w"],
    ["3 days prior", "-3d"],
    ["3 dage inden", "-3d"],
    ["9 months to 8 months before", "-9mo..-8mo"],
    ["T-21", "-21d"],
    ["30", "-30d"],
    ["2 Werktage vorher", "-2bd"],
    ["sometime", undefined],
    ["before", undefined],
    ["day", undefined],
    ["the best week", undefined],
  ])("%s is %s", (written, meant) => {
    expect(guessDue(written)).toBe(meant);
  });
});
