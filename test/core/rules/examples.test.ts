import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseHandbook } from "../../../core/definition/index.ts";
import { checkHandbook, type ExampleFiles, exampleHandbook, rules } from "../../../core/rules/index.ts";

const problemsOf = (example: ExampleFiles) => checkHandbook(parseHandbook(exampleHandbook(example)));

/** The place of the first occurrence of a text, in whichever file of the example holds it. */
function placesOf(example: ExampleFiles, text: string): string[] {
  return [...exampleHandbook(example)].flatMap(([path, content]) => {
    const offset = content.indexOf(text);
    if (offset < 0) return [];
    const before = content.slice(0, offset).split("\n");
    return [`${path}:${before.length}:${(before.at(-1) ?? "").length + 1}`];
  });
}

describe.each(rules)("rule $id", (rule) => {
  test.each(rule.examples)("finds: $title", ({ wrong, at }) => {
    const found = problemsOf(wrong).filter((problem) => problem.problemId === rule.id);
    expect(found).toHaveLength(1);
    const [problem] = found;
    expect(placesOf(wrong, at)).toContain(`${problem?.file}:${problem?.line}:${problem?.column}`);
  });

  test.each(rule.examples)("finds nothing in the mended: $title", ({ right }) => {
    expect(problemsOf(right).filter((problem) => problem.severity === "error")).toEqual([]);
    expect(problemsOf(right).filter((problem) => problem.problemId === rule.id)).toEqual([]);
  });

  test("is told well", () => {
    expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.purpose).toMatch(/\.$/);
    expect(rule.why).toMatch(/[.!?]$/);
  });
});

test("every rule file is in the list, under its own name and in order", () => {
  const helpers = [
    "check-handbook",
    "example-handbook",
    "found-when-reading",
    "index",
    "role-mentions",
    "rule",
    "rules",
  ];
  const files = readdirSync("core/rules").map((file) => file.replace(/\.ts$/, ""));
  expect(rules.map(({ id }) => id)).toEqual(files.filter((file) => !helpers.includes(file)).sort());
});
