import { describe, expect, test } from "vitest";
import { parseHandbook } from "../../../core/definition/index.ts";
import { scheduleRun } from "../../../core/plan/index.ts";
import { checkHandbook, exampleHandbook } from "../../../core/rules/index.ts";
import { date, handbookOf, planRequest } from "../../builders.ts";

const head = `anchor: Launch day
ask:
  - { id: speakers, label: Speakers, type: list }
  - { id: topic, label: Topic }
  - { id: freeze, label: Code freeze, type: date, required: true }
`;

function problemsOf(step: string, asked = head): string[] {
  const files = exampleHandbook({
    process: `${asked}steps:\n  - { id: invite, title: Invite them, role: author, ${step} }`,
  });
  return checkHandbook(parseHandbook(files))
    .filter(({ severity }) => severity === "error")
    .map(({ problemId, line, column, message }) => `${problemId} ${line}:${column} ${message}`);
}

/** What an author may write by mistake, by key: each is a located error that says what was expected. */
const mistakes: Record<string, readonly (readonly [written: string, problem: string, words: string])[]> = {
  each: [
    ["each: 7", "wrong-type", "expected the id of a `list` question"],
    ["each: true", "wrong-type", "expected the id of a `list` question"],
    ["each: [speakers]", "wrong-value", "expected the id of a `list` question"],
    ["each: { of: speakers }", "wrong-type", "expected the id of a `list` question"],
    ["each: Speakers", "wrong-value", "did you mean `speakers`?"],
    ["each: speeker", "unusable-each", "did you mean `speakers`?"],
    ["each: topic", "unusable-each", "add that to it, or name `speakers`"],
    [
      "each: speakers, kind: decision, options: [a, b]",
      "unusable-each",
      "A decision cannot be made for each",
    ],
    ["each: speakers, due: -3w..-1w, every: 1w", "unusable-each", "expected one of them"],
    ["forEach: speakers", "unknown-field", "did you mean `each`?"],
    ["when: { speakers: Ada }", "impossible-condition", "expected `filled` or `not: filled`"],
  ],
  every: [
    ["every: 7, due: -3w..-1w", "wrong-unit", "such as `1w`"],
    ["every: [1w], due: -3w..-1w", "wrong-unit", "such as `1w`"],
    ["every: 0d, due: -3w..-1w", "wrong-unit", "such as `1w`"],
    ["every: 0000w, due: -3w..-1w", "wrong-unit", "such as `1w`"],
    ["every: -1w, due: -3w..-1w", "wrong-unit", "such as `1w`"],
    ["every: weekly, due: -3w..-1w", "wrong-unit", "did you mean `1w`?"],
    ["every: 1y, due: -3w..-1w", "wrong-unit", "such as `1w`"],
    ["every: 1w", "unusable-every", "write it as `due: -8w..-1w`"],
    ["every: 1w, due: -1w", "unusable-every", "write it as `due: -8w..-1w`"],
    ["every: 1w, due: -1w..-3w", "wrong-unit", "or a window such as"],
    ["every: 1w, due: -3mo..-1mo", "unusable-every", "both in months"],
    ["every: 1bd, due: -3w..-1w", "unusable-every", "both in business days"],
    ["every: 1d, due: -9999d..0d", "unusable-every", "A thousand times or more"],
    ["every: 1d, due: -200d..-50d", "unusable-every", "151 times"],
  ],
  phase: [
    ["phase: 7", "wrong-type", "one line of text"],
    ["phase: [a, b]", "wrong-value", "one line of text"],
    ['phase: ""', "wrong-value", "one line of text"],
    [`phase: ${"x".repeat(61)}`, "wrong-value", "at most 60 characters"],
    ['phase: "a\\nb"', "wrong-value", "one line of text"],
    ["stage: Before", "unknown-field", "did you mean `phase`?"],
  ],
  from: [
    ["from: topic, due: -1w", "unknown-date", "expected `type: date`"],
    ["from: speakers, due: -1w", "unknown-date", "expected `type: date`"],
    ["from: freeze", "field-without-effect", "in a step without `due`"],
  ],
};

describe.each(Object.entries(mistakes))("%s", (_key, rows) => {
  test.each(rows)("%s is %s", (written, problem, words) => {
    const found = problemsOf(written);
    expect(
      found.filter((line) => line.startsWith(`${problem} `) && line.includes(words)).length,
      found.join("\n"),
    ).toBe(1);
  });
});

test("a question of a type that is nearly a list", () => {
  expect(
    problemsOf("each: guests", "ask: [{ id: guests, label: Guests, type: lists }]\n").join("\n"),
  ).toContain("did you mean `list`?");
});

test.each([1, 100, 101, 10_000])(
  "a list of %i items makes no more tasks than can be told to be too many",
  (count) => {
    const definition = [
      ...handbookOf(
        exampleHandbook({
          process: `${head}steps:\n  - { id: invite, title: Invite them, role: author, each: speakers }`,
        }),
      ).processes.values(),
    ][0];
    if (!definition) throw new Error("There is no process.");
    const answers = new Map([
      ["speakers", Array.from({ length: count }, (_, index) => `S ${index}`).join("\n")],
    ]);
    const plan = scheduleRun(planRequest(definition, { answers }));
    expect(plan.tasks).toHaveLength(Math.min(count, 101));
    expect(plan.warnings.some(({ id }) => id === "too-many-steps")).toBe(count > 100);
  },
);

test("one id in a process and in the one inside it, each made for every item: no two tasks share an id", () => {
  const files = exampleHandbook({
    process: `ask: [{ id: speakers, label: Speakers, type: list }]
steps:
  - { id: talk, title: Talk, kind: process, process: inner, each: speakers, due: +30d }
  - { id: talk-1, title: Another, role: author }`,
    others: {
      "content/inner.mdx": `ask: [{ id: speakers, label: Speakers, type: list }]
anchor: Day of the talk
steps:
  - { id: talk, title: Ask, role: author, each: speakers, due: -3d }
  - { id: "1", title: Remind, role: author, due: -2d }`,
    },
  });
  const { processes } = handbookOf(files);
  const definition = processes.get("example");
  if (!definition) throw new Error("There is no process.");
  const answers = new Map([["speakers", "Ada\nGrace"]]);
  const { tasks } = scheduleRun(
    planRequest(definition, { answers, processes, anchorDate: date("2026-06-01") }),
  );
  const ids = tasks.map(({ step }) => step);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain("talk.1/talk.2");
  expect(ids).toContain("talk.2/1");
  for (const { dependsOn } of tasks) for (const id of dependsOn) expect(ids).toContain(id);
});

/** What somebody may write into people.yml by mistake. */
function problemsOfPeople(text: string): string[] {
  const files = new Map(exampleHandbook({ people: text }));
  return checkHandbook(parseHandbook(files))
    .filter(({ file }) => file === "people.yml")
    .map(({ problemId, line, column, message }) => `${problemId} ${line}:${column} ${message}`);
}

const big = Array.from({ length: 10_000 }, (_none, index) => `nobody-${index}: { name: Nobody }`).join("\n");

describe("people.yml", () => {
  test.each([
    ["a list of people", "- demo-jonas\n", "wrong-value 1:1", "lines of `id:`"],
    ["a number for a name", "demo-jonas: { name: 7 }\n", "wrong-type 1:21", "put it in quotes"],
    ["two lines for a name", 'demo-jonas: { name: "a\\nb" }\n', "wrong-value 1:21", "one line of text"],
    ["no name at all", 'demo-jonas: { name: "" }\n', "wrong-value 1:21", "one line of text"],
    ["a name that nobody sees", 'demo-jonas: { name: "\u200b" }\n', "1:", "cannot be seen"],
    [
      "a key that there is not",
      "demo-jonas: { email: a@b.example }\n",
      "unknown-field 1:15",
      "expected one of",
    ],
    [
      "a zone on no map",
      "demo-jonas: { timeZone: Mars/Base }\n",
      "wrong-value 1:25",
      "such as `Europe/Zurich`",
    ],
    ["a zone by its city", "demo-jonas: { timeZone: new york }\n", "wrong-value 1:25", "`America/New_York`"],
    [
      "a calendar in one word",
      "demo-jonas: { calendar: DE }\n",
      "wrong-value 1:25",
      "`calendar: { country: DE",
    ],
    ["a day that is none", "demo-jonas: { calendar: { closed: 2026-02-30 } }\n", "1:35", "a date"],
    [
      "a stretch that ends first",
      "demo-jonas: { calendar: { closed: 2026-03-02..2026-03-01 } }\n",
      "1:35",
      "did you mean",
    ],
    ["no day of the week", "demo-jonas: { calendar: { workweek: [] } }\n", "1:37", "name at least one"],
    ["a login with a sign", "'@demo-jonas': { name: Jonas }\n", "1:1", "demo-jonas"],
    [
      "a login that is a word of the language",
      "constructor: { name: Jonas }\n",
      "unknown-person 1:1",
      "expected one of",
    ],
    ["somebody twice", "demo-jonas: { name: A }\ndemo-jonas: { name: B }\n", "duplicate-key 2:1", ""],
  ])("%s is told with its place and a way out", (_what, text, place, words) => {
    const problems = problemsOfPeople(text);
    expect(problems[0]).toContain(place);
    expect(problems.join("\n")).toContain(words);
  });

  test("a name with mark-up is a name, and ten thousand lines are too many for one file", () => {
    expect(problemsOfPeople('demo-jonas: { name: "<b>Jonas</b> `x` @all" }\n')).toEqual([]);
    expect(problemsOfPeople(big)).toEqual([expect.stringMatching(/^file-too-large 1:1 /)]);
  });
});
