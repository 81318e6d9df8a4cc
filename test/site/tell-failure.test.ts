import { describe, expect, test } from "vitest";
import { InternalError } from "../../core/problem.ts";
import { failureText } from "../../site/tell-failure.ts";

const located = Object.assign(new Error("The record of runs is no JSON."), {
  loc: { file: "runs.json", line: 2, column: 7 },
  hint: "Write it anew.",
});
const ofSystem = Object.assign(new Error("ENOTDIR: not a directory, lstat 'dist'"), { code: "ENOTDIR" });

describe("why a build failed", () => {
  test.each([
    ["in a file", located, "runs.json:2:7\nThe record of runs is no JSON.\nWrite it anew.\n"],
    ["on the disk", ofSystem, "ENOTDIR: not a directory, lstat 'dist'\n"],
    ["with something that is no error", "no", "no\n"],
  ])("%s is told in short", (_where, error, text) => {
    expect(failureText(error)).toBe(text);
  });

  test("in Handrail itself is told with the way there, and what was rendered", () => {
    const error = new InternalError("The page /tools/ cannot be rendered.", {
      cause: new TypeError("x is odd"),
    });
    const text = failureText(error);
    expect(text).toContain("tell-failure.test.ts");
    expect(text).toContain("TypeError: x is odd");
    expect(text.endsWith(`\n\n${error.message}\n`)).toBe(true);
  });
});
