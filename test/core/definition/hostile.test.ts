import { afterAll, describe, expect, test } from "vitest";
import { defineHandbook, type HandbookFiles, parseHandbook } from "../../../core/definition/index.ts";
import type { Problem } from "../../../core/problem.ts";
import { checkHandbook, exampleHandbook } from "../../../core/rules/index.ts";
import { hostileCases, sentinel } from "../../fixtures/hostile/index.ts";
import { isWithin } from "./place-in-file.ts";

const ownKeys = Reflect.ownKeys(Object.prototype);

function problemsOf(files: HandbookFiles): Problem[] {
  const parsed = parseHandbook(files);
  const problems = checkHandbook(parsed);
  const broken = new Set(problems.filter(({ severity }) => severity === "error").map(({ file }) => file));
  // What passes the check is used, so that must not throw either.
  defineHandbook(parsed, (path) => !broken.has(path));
  return problems;
}

/** `problem-id line:column` in the process of the example, `problem-id path:line:column` elsewhere. */
const told = ({ problemId, file, line, column }: Problem) =>
  `${problemId} ${file === "content/example.mdx" ? "" : `${file}:`}${line}:${column}`;

describe("a hostile file", () => {
  test.each(hostileCases.filter(({ expected }) => expected !== undefined))(
    "is told of: $what",
    ({ example, expected }) => {
      expect(problemsOf(exampleHandbook(example)).map(told)).toContain(expected);
    },
  );

  test.each(hostileCases.filter(({ expected }) => expected === undefined))(
    "is taken as it is: $what",
    ({ example }) => {
      expect(problemsOf(exampleHandbook(example)).filter(({ severity }) => severity === "error")).toEqual([]);
    },
  );

  test.each(hostileCases)("has its problems within its own lines: $what", ({ example }) => {
    const files = exampleHandbook(example);
    const outside = problemsOf(files).filter((problem) => !isWithin(problem, files));
    expect(outside.map(told)).toEqual([]);
  });
});

test("the corpus is large, and nothing in it stands twice", () => {
  expect(hostileCases.length).toBeGreaterThan(250);
  expect(new Set(hostileCases.map(({ what }) => what)).size).toBe(hostileCases.length);
});

afterAll(() => {
  expect(Object.hasOwn(globalThis, sentinel)).toBe(false);
  expect(Reflect.ownKeys(Object.prototype)).toEqual(ownKeys);
});
