import { describe, expect, test } from "vitest";
import {
  evaluateCondition,
  readCondition,
  type WrittenCondition,
} from "../../../core/definition/condition.ts";

const judge = (written: WrittenCondition, answer: string | undefined) =>
  evaluateCondition(
    readCondition("budget", written),
    new Map(answer === undefined ? [["other", "blog"]] : [["budget", answer]]),
  );

describe("a condition", () => {
  test.each<[WrittenCondition, string | undefined, string]>([
    ["blog", "blog", "holds"],
    ["Blog", "bLOG", "holds"],
    ["blog", "press", "fails"],
    ["blog", undefined, "unknown"],
    ["blog", "", "unknown"],
    [["blog", "press"], "press", "holds"],
    [["blog", "press"], "fair", "fails"],
    [{ not: "blog" }, "press", "holds"],
    [{ not: "blog" }, "blog", "fails"],
    [{ not: ["blog", "press"] }, "PRESS", "fails"],
    [{ not: ["blog", "press"] }, undefined, "unknown"],
    [{}, "blog", "holds"],
    [true, "yes", "holds"],
    [true, "no", "fails"],
    [false, "no", "holds"],
    [3, "3", "holds"],
    [3, "4", "fails"],
    [[1, true], "yes", "holds"],
    [">= 10000", "10000", "holds"],
    [">= 10000", "9999.99", "fails"],
    ["<= 5", "5", "holds"],
    ["<= 5", "5.01", "fails"],
    ["> 5", "5", "fails"],
    ["> 5", "6", "holds"],
    ["< 5", "5", "fails"],
    ["< -5", "-5.5", "holds"],
    [">=0.5", "0.5", "holds"],
    ["> 5", "many", "unknown"],
    ["> 5", undefined, "unknown"],
    ["> five", "> five", "holds"],
    ["a > 5", "a > 5", "holds"],
    ["> 5 or so", "> 5 or so", "holds"],
  ])("%j and the answer %j: %s", (written, answer, expected) => {
    expect(judge(written, answer)).toBe(expected);
  });
});
