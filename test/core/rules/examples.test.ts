import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseHandbook } from "../../../core/definition/index.ts";
import { checkHandbook, type ExampleFiles, exampleHandbook, rules } from "../../../core/rules/index.ts";

const problemsOf = (example: ExampleFiles) =>
  checkHandbook(parseHandbook(exampleHandbook(example)), "", example.facts);

/** The places of a text in whichever file of the example holds it. */
function placesOf(example: ExampleFiles, text: string): string[] {
  return [...exampleHandbook(example)].flatMap(([path, content]) => {
    const places: string[] = [];
    for (let offset = content.indexOf(text); offset >= 0; offset = content.indexOf(text, offset + 1)) {
      const before = content.slice(0, offset).split("\n");
      places.push(`${path}:${before.length}:${(before.at(-1) ?? "").length + 1}`);
    }
    return places;
  });
}

describe.each(rules)("rule $id", (rule) => {
  test.each(rule.examples)("finds: $title", ({ wrong, at }) => {
    const found = problemsOf(wrong).filter((problem) => problem.problemId === rule.id);
    expect(found).toHaveLength(1);
    const [problem] = found;
    expect(placesOf(wrong, at)).toContain(`${problem?.file}:${problem?.line}:${problem?.column}`);
    expect(problem?.message).toMatch(/[.?]$/);
  });

  test.each(rule.examples)("finds nothing in the mended: $title", ({ right }) => {
    expect(problemsOf(right).filter((problem) => problem.severity !== "advice")).toEqual([]);
    expect(problemsOf(right).filter((problem) => problem.problemId === rule.id)).toEqual([]);
  });

  test("is told well", () => {
    expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.purpose).toMatch(/\.$/);
    expect(rule.why).toMatch(/[.!?]$/);
  });
});

test("every rule file is in the list, under its own name and in order", () => {
  const others = ["check-handbook", "index", "rule", "rules", "support"];
  const files = readdirSync("core/rules").map((file) => file.replace(/\.ts$/, ""));
  expect(rules.map(({ id }) => id)).toEqual(files.filter((file) => !others.includes(file)).sort());
});
