import { describe, expect, test } from "vitest";
import { parseHandbook } from "../../core/definition/index.ts";
import { checkHandbook, exampleHandbook } from "../../core/rules/index.ts";
import { parseCommands } from "../../core/run/commands/parse-commands.ts";
import { codeSpan, md, personName, quoted } from "../../core/text/index.ts";

/** Some of each kind: zero width, direction, invisible operators, a mark of byte order, and letters that are only tags. */
const characters: readonly (readonly [string, string])[] = [
  ["a zero-width space", "\u200b"],
  ["a left-to-right mark", "\u200e"],
  ["a right-to-left override", "\u202e"],
  ["a word joiner", "\u2060"],
  ["an isolate", "\u2067"],
  ["a byte order mark", "\ufeff"],
  ["a tag letter", "\u{e0061}"],
];

describe.each(characters)("%s", (_what, character) => {
  test.each([
    `/app${character}rove`,
    `${character}/approve`,
    `/${character}approve`,
    `I would not${character}/approve this`,
  ])("makes no command of what does not look like one, and no other of one: %j", (line) => {
    const names = parseCommands(line).commands.map(({ name }) => name);
    expect(names).not.toContain("skip");
    // What is left is at most the word that everybody sees at the beginning of the line.
    if (names.includes("approve")) expect(line.replaceAll(character, "")).toBe("/approve");
  });

  test("is shown nowhere that the bot repeats what somebody typed", () => {
    const typed = `demo${character}-lena evol${character}`;
    const said = [md`${typed}`, codeSpan(typed), personName(typed), quoted(typed)].map(({ text }) => text);
    expect(said.join("").includes(character)).toBe(false);
  });

  test("is a problem with its place in a file of the handbook", () => {
    const process = `steps:\n  - { id: draft, title: Wri${character}te, role: author }`;
    const problems = checkHandbook(parseHandbook(exampleHandbook({ process })), "", undefined);
    expect(problems.map(({ problemId }) => problemId)).toContain("invisible-character");
  });
});
