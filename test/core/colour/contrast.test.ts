import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrastOf, isHexColour, readableOn } from "../../../core/colour/index.ts";

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);

test.each([
  ["#000000", "#ffffff", 21],
  ["#777777", "#ffffff", 4.48],
  ["#767676", "#fff", 4.54],
  ["#0d5c66", "#0d5c66", 1],
  ["#ff0000", "#ffffff", 4],
])("the contrast of %s and %s is %d", (one, other, expected) => {
  expect(contrastOf(one, other)).toBeCloseTo(expected, 2);
  expect(contrastOf(other, one)).toBeCloseTo(expected, 2);
});

test.each([
  ["#0d5c66", true],
  ["#abc", true],
  ["0d5c66", false],
  ["#0d5c6", false],
  ["#0d5c66;}", false],
  ["teal", false],
])("%s is a colour: %s", (text, expected) => {
  expect(isHexColour(text)).toBe(expected);
});

describe("a readable colour", () => {
  test("is the colour itself where that can be read", () => {
    expect(readableOn("#0d5c66", "#ffffff", 4.5)).toBe("#0d5c66");
  });
  test.each(["#fbfaf7", "#14181a"])(
    "has the contrast that was asked for on %s, whatever the colour",
    (paper) => {
      fc.assert(fc.property(colour, (any) => contrastOf(readableOn(any, paper, 5.2), paper) >= 5.2));
    },
  );
});
