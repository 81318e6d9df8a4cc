import { describe, expect, test } from "vitest";
import { parseHandbook } from "../../../core/definition/index.ts";
import type { Problem } from "../../../core/problem.ts";
import { checkHandbook, type ExampleFiles, exampleHandbook } from "../../../core/rules/index.ts";

/** What stands around what is written wrongly, and the file that it stands in. */
type Place = readonly [file: string, example: (written: string) => ExampleFiles];

const questions = "  - { id: freeze, label: Code freeze, type: date, required: true }\n";
const inProcess = (text: string): ExampleFiles => ({ process: text });
const places = {
  "a step": [
    "content/example.mdx",
    (written) =>
      inProcess(
        `ask:\n${questions}steps:\n  - { id: draft, title: Write the draft, role: author, ${written} }`,
      ),
  ],
  "an approval": [
    "content/example.mdx",
    (written) =>
      inProcess(
        `steps:\n  - { id: draft, title: Write the draft, role: author }\n  - { id: judge, title: Approve it, kind: approval, approvers: editor, ${written} }`,
      ),
  ],
  "a question": [
    "content/example.mdx",
    (written) =>
      inProcess(
        `ask:\n${questions}  - { ${written} }\nsteps:\n  - { id: draft, title: Write the draft, role: author }`,
      ),
  ],
  "a process": ["content/example.mdx", inProcess],
  "the text of a step": [
    "content/example.mdx",
    (written) => ({
      process: `ask:\n${questions}steps:\n  - { id: draft, title: Write the draft, role: author }`,
      body: `## Write the draft\n\n${written}\n`,
    }),
  ],
  "handbook.yml": ["handbook.yml", (written) => ({ handbook: `title: Handbook\n${written}\n` })],
  "roles.yml": [
    "roles.yml",
    (written) => ({
      roles: `author: { title: Author, people: [demo-jonas] }\neditor: { title: Editor, people: [demo-lena] }\nprinter: { title: Printer, ${written} }\n`,
    }),
  ],
} satisfies Record<string, Place>;

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join(", ");
const tenThousand = `[${lines(10_000, (index) => `a-${index}`)}]`;

/** Each key that came with the second version of the language, and what may be written into it that does not fit. */
const mistakes: readonly (readonly [keyof typeof places, key: string, values: readonly string[]])[] = [
  [
    "a step",
    "due",
    [
      "7",
      "true",
      "[a]",
      "{ a: b }",
      "-1mo..-3mo",
      "0d..-1d",
      "-9mo..",
      "..-1w",
      "-3w..soon",
      "-0.5mo",
      "-99999mo",
    ],
  ],
  ["a step", "due: -1w, from", ["7", "true", "[freeze]", "{ a: b }", "frieze", "Code freeze"]],
  ["a step", "due: -1w, exact", ["7", "perhaps", "[true]", "{ a: b }"]],
  ["a step", "due: -1w, at", ["14", "true", "[a]", "{ a: b }", "noon", '"25:00"', "14:00:00", "2pm"]],
  ["a step", "strict", ["7", "perhaps", "[true]", "{ a: b }"]],
  ["a step", "each", ["7", "true", "[a]", "{ a: b }", "freeze"]],
  ["a step", "due: -3w..-1w, every", ["7", "true", "[1w]", "{ a: b }", "0d", "often"]],
  ["a step", "phase", ["7", "true", "[a]", "{ a: b }", '""', `"${"x".repeat(100_000)}"`]],
  [
    "a step",
    "collect",
    [
      "7",
      "true",
      "hours",
      "[]",
      "[hours]",
      "{ id: hours, label: Hours }",
      "[{ id: hours }]",
      "[{ label: Hours }]",
      "[{ id: Hours, label: Hours }]",
      "[{ id: hours, label: Hours, type: hour }]",
      "[{ id: cost, label: Cost, type: money, currency: francs }]",
      "[{ id: a, label: A, type: choice }]",
      "[{ id: a, label: A, required: perhaps }]",
      "[{ id: a, label: A, unit: h }]",
      `[${lines(13, (index) => `{ id: a-${index}, label: A ${index} }`)}]`,
      "[{ id: a, label: A }, { id: a, label: B }]",
      "[{ id: constructor, label: A, type: choice, options: {} }]",
    ],
  ],
  [
    "a step",
    "when",
    [
      "7",
      "true",
      "filled",
      "[freeze]",
      "{ freeze: { filled: true } }",
      "{ freeze: filed }",
      "{ sponsor: filled }",
      "{ freeze: { not: {} } }",
    ],
  ],
  ["a step", "after", ["7", "true", "{ a: b }", "a/b/c", "/draft", "a/", "a/b", tenThousand]],
  ["a step", "role", [tenThousand]],
  ["an approval", "policy", ["0", "-1", "21", "1.5", "true", "[2]", "two", "{ a: b }", "2"]],
  ["a question", "id: guests, label: Guests, type", ["7", "true", "[list]", "lists", "Liste"]],
  [
    "a question",
    "id: who, label: Who, type: person, role",
    ["7", "true", "[author]", "{ a: b }", "authors", "nobody"],
  ],
  ["a question", "id: topic, label: Topic, role", ["author"]],
  ["a process", "confirm", ["7", "true", "[never]", "sometimes"]],
  [
    "a process",
    "calendar",
    [
      "7",
      "true",
      "CH",
      "[CH]",
      "{ country: Switzerland }",
      "{ workweek: [] }",
      "{ worked: 2026-02-30 }",
      "{ worked: soon }",
      "{ closed: 2026-03-02..2026-03-01 }",
      "{ holidays: [] }",
    ],
  ],
  [
    "a process",
    "repeats: FREQ=WEEKLY;BYDAY=MO\nexcept",
    ["7", "true", "soon", "[2026-02-30]", "{ a: b }", tenThousand],
  ],
  ["a process", "repeats: FREQ=WEEKLY;BYDAY=MO\nonClosedDay", ["7", "true", "later", "[before]"]],
  [
    "the text of a step",
    "",
    [
      '<Answer field="frieze" />',
      "<Answer />",
      '<Answer name="freeze" />',
      "<Answer field={freeze} />",
      '<Answer field="freeze">x</Answer>',
      '<Answer field="a" field="b" />',
      '<Answers field="freeze" />',
    ],
  ],
  [
    "handbook.yml",
    "calendar",
    [
      "7",
      "CH",
      "[CH]",
      "{ country: CH, worked: 7 }",
      "{ country: CH, worked: [2026-02-30] }",
      "{ country: CH, worked: { a: b } }",
    ],
  ],
  ["handbook.yml", "dayStart", ["9", "true", "morning", "[a]", '"25:00"']],
  ["handbook.yml", "reminders", ["7", "true", "soon", "[soon]", "{ a: b }"]],
  ["handbook.yml", "escalateAfter", ["7", "true", "soon", "[soon]", "{ a: b }"]],
  ["handbook.yml", "approvals", ["7", "true", "shut", "[open]"]],
  ["handbook.yml", "starterApproves", ["7", "perhaps", "[true]"]],
  ["handbook.yml", "publish", ["7", "all", "[people]", "{ people: perhaps }", "{ names: true }"]],
  ["roles.yml", "outside", ["7", "perhaps", "[true]", "{ a: b }"]],
];

const short = (written: string) => (written.length > 120 ? `${written.slice(0, 120)}…` : written);

function problemsOf([file, example]: Place, written: string): readonly Problem[] {
  return checkHandbook(parseHandbook(exampleHandbook(example(written))), "", undefined).filter(
    (problem) => problem.file === file && problem.severity !== "advice",
  );
}

describe.each(mistakes)("%s, %s", (where, key, values) => {
  const written = (value: string) => (key === "" ? value : `${key}: ${value}`);

  test.each(values.map((value) => [short(value), value] as const))(
    "%s is a problem with a place",
    (_, value) => {
      const found = problemsOf(places[where], written(value));
      expect(found.length).toBeGreaterThan(0);
      for (const { line, column, message } of found) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(message.length).toBeLessThan(1200);
      }
    },
  );

  test("in words", () => {
    const said = values.map((value) => [
      short(written(value)),
      ...problemsOf(places[where], written(value)).map(
        ({ line, column, problemId, message }) => `  ${line}:${column} ${problemId} ${message}`,
      ),
    ]);
    expect(said.map((one) => one.join("\n")).join("\n")).toMatchSnapshot();
  });
});
