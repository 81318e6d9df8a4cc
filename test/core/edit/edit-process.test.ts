import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseProcess } from "../../../core/definition/index.ts";
import { editableStepFields, editProcess, type Wish } from "../../../core/edit/index.ts";

const file = `---
title: "Send: the newsletter"   # the colon needs quotes
summary: 'One mail'
outcome: It is out.
trigger: Monday
owner: lead
steps:
  # what we write about
  - id: topics
    title: Choose the topics
    role: editor
    due: -5bd   # a week before
    output:
      - A list
      - A lead story

  - { id: write, title: Write it, role: editor, due: -3bd }
  - id: send
    title: >-
      Send it
      out
    role: [editor, lead]
    due: 0d
    optional: true
---

Read this first.

## Choose the topics

- [ ] Ask sales.

## Send it out

Press the button.
`;

const set = (
  step: string,
  field: (typeof editableStepFields)[number],
  value: Extract<Wish, { kind: "set-step-field" }>["value"],
): Wish => ({
  kind: "set-step-field",
  step,
  field,
  value,
});

/** The lines that differ, as `- before` and `+ after`. */
function changedLines(before: string, after: string): string[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let first = 0;
  while (first < a.length && a[first] === b[first]) first += 1;
  let last = 0;
  while (last < Math.min(a.length, b.length) - first && a.at(-1 - last) === b.at(-1 - last)) last += 1;
  return [
    ...a.slice(first, a.length - last).map((line) => `- ${line}`),
    ...b.slice(first, b.length - last).map((line) => `+ ${line}`),
  ];
}

describe("a wish changes its own place", () => {
  const cases: readonly (readonly [string, Wish, readonly string[]])[] = [
    [
      "a value, and the remark behind it stays",
      set("topics", "due", "-6bd"),
      ["-     due: -5bd   # a week before", "+     due: -6bd   # a week before"],
    ],
    [
      "a value in braces",
      set("write", "due", "-4bd"),
      [
        "-   - { id: write, title: Write it, role: editor, due: -3bd }",
        "+   - { id: write, title: Write it, role: editor, due: -4bd }",
      ],
    ],
    ["a new key, where it belongs", set("topics", "duration", "2bd"), ["+     duration: 2bd"]],
    [
      "a new key in braces",
      set("write", "after", []),
      [
        "-   - { id: write, title: Write it, role: editor, due: -3bd }",
        "+   - { id: write, title: Write it, role: editor, after: [], due: -3bd }",
      ],
    ],
    ["a key less", set("send", "optional", null), ["-     optional: true"]],
    [
      "a key less in braces",
      set("write", "due", null),
      [
        "-   - { id: write, title: Write it, role: editor, due: -3bd }",
        "+   - { id: write, title: Write it, role: editor }",
      ],
    ],
    [
      "a list written on lines of its own",
      set("topics", "output", ["A plan, short"]),
      ["-     output:", "-       - A list", "-       - A lead story", '+     output: ["A plan, short"]'],
    ],
    ["a list becomes one", set("send", "role", "lead"), ["-     role: [editor, lead]", "+     role: lead"]],
    [
      "quotes stay where they were",
      { kind: "set-process-field", field: "title", value: "Send: the mail" },
      [
        '- title: "Send: the newsletter"   # the colon needs quotes',
        '+ title: "Send: the mail"   # the colon needs quotes',
      ],
    ],
    [
      "single quotes too",
      { kind: "set-process-field", field: "summary", value: "Anna's mail" },
      ["- summary: 'One mail'", "+ summary: 'Anna''s mail'"],
    ],
    [
      "quotes come where they are needed",
      { kind: "set-process-field", field: "outcome", value: "out: now #1" },
      ["- outcome: It is out.", '+ outcome: "out: now #1"'],
    ],
    [
      "a title takes its heading along",
      { kind: "rename-step", step: "topics", title: "Choose topics" },
      [
        "-     title: Choose the topics",
        "-     role: editor",
        "-     due: -5bd   # a week before",
        "-     output:",
        "-       - A list",
        "-       - A lead story",
        "- ",
        "-   - { id: write, title: Write it, role: editor, due: -3bd }",
        "-   - id: send",
        "-     title: >-",
        "-       Send it",
        "-       out",
        "-     role: [editor, lead]",
        "-     due: 0d",
        "-     optional: true",
        "- ---",
        "- ",
        "- Read this first.",
        "- ",
        "- ## Choose the topics",
      ]
        .flatMap((line) => [line])
        .concat(
          [
            "    title: Choose topics",
            "    role: editor",
            "    due: -5bd   # a week before",
            "    output:",
            "      - A list",
            "      - A lead story",
            "",
            "  - { id: write, title: Write it, role: editor, due: -3bd }",
            "  - id: send",
            "    title: >-",
            "      Send it",
            "      out",
            "    role: [editor, lead]",
            "    due: 0d",
            "    optional: true",
            "---",
            "",
            "Read this first.",
            "",
            "## Choose topics",
          ].map((line) => `+ ${line}`),
        ),
    ],
    [
      "a title on lines of its own",
      { kind: "set-instructions", step: "send", markdown: "Press it twice." },
      ["- Press the button.", "+ Press it twice."],
    ],
    [
      "instructions where there were none come behind those of the step before",
      { kind: "set-instructions", step: "write", markdown: "Short is good." },
      ["+ ## Write it", "+ ", "+ Short is good.", "+ "],
    ],
    [
      "a step more, in braces like its neighbour",
      {
        kind: "add-step",
        after: "write",
        step: { id: "legal", title: "Check: the law", fields: { role: "lead", due: "-2bd" } },
      },
      ["+ ", '+   - { id: legal, title: "Check: the law", role: lead, due: -2bd }'],
    ],
    [
      "a step more, on lines of its own like its neighbour",
      {
        kind: "add-step",
        after: "topics",
        step: { id: "ask", title: "Ask sales", fields: { role: "editor" } },
      },
      ["+   - id: ask", "+     title: Ask sales", "+     role: editor", "+ "],
    ],
    ["nothing where the wish is met", set("topics", "due", "-5bd"), []],
    ["nothing where there is nothing to take out", set("topics", "optional", null), []],
  ];
  test.each(cases)("%s", (_what, wish, expected) => {
    const result = editProcess(file, wish);
    expect(result).toMatchObject({ ok: true });
    expect(changedLines(file, result.ok ? result.text : "")).toEqual(expected);
  });
});

describe("what cannot be done is told, and nothing is changed", () => {
  const cases: readonly (readonly [string, string, Wish, RegExp])[] = [
    ["an unknown step", file, set("nobody", "due", "0d"), /no step `nobody`/],
    [
      "a step that is there already",
      file,
      { kind: "add-step", after: null, step: { id: "send", title: "X", fields: {} } },
      /already has a step/,
    ],
    ["a value that does not fit", file, set("topics", "due", "soon"), /would have a mistake afterwards/],
    ["a key that is needed", file, { kind: "set-process-field", field: "owner", value: null }, /is needed/],
    [
      "a remark in the way",
      file.replace("- A list", "- A list   # for Anna"),
      set("topics", "output", ["x"]),
      /would be lost/,
    ],
    [
      "a file that is not readable",
      file.replace("owner: lead", "owner: [lead"),
      set("topics", "due", "0d"),
      /cannot be read/,
    ],
    [
      "a program in the instructions",
      file,
      { kind: "set-instructions", step: "send", markdown: "{process.exit()}" },
      /would have a mistake/,
    ],
    [
      "a heading that would cut the instructions",
      file,
      { kind: "set-instructions", step: "send", markdown: "a\n\n## Choose the topics\n\nb" },
      /as large as that of a step/,
    ],
    [
      "a line below words that makes them a heading",
      file,
      { kind: "set-instructions", step: "send", markdown: "title: other\n---\n\nb" },
      /right below words/,
    ],
    [
      "a block of code that swallows what comes after",
      file,
      { kind: "set-instructions", step: "topics", markdown: "```\nnever closed" },
      /does not end/,
    ],
  ];
  test.each(cases)("%s", (_what, text, wish, message) => {
    const result = editProcess(text, wish);
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? "" : result.message).toMatch(message);
  });
});

describe("the file keeps its form", () => {
  test.each([
    ["line ends of Windows", file.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\ufeff${file}`],
  ])("%s", (_what, text) => {
    const result = editProcess(text, set("topics", "duration", "2bd"));
    const plain = editProcess(file, set("topics", "duration", "2bd"));
    const asBefore = (edited: string) =>
      (text.startsWith("\ufeff") ? "\ufeff" : "") +
      (text.includes("\r") ? edited.replaceAll("\n", "\r\n") : edited);
    expect(result).toEqual({ ok: true, text: asBefore(plain.ok ? plain.text : "") });
  });
});

describe("over every process of the handbook", () => {
  const processes = globSync("processes/*/*.mdx").map((path) => [path, readFileSync(path, "utf8")] as const);

  test.each(processes)("%s: each field of each step can be set and taken back to the byte", (path, text) => {
    const parsed = parseProcess({ path: path.replace(/^processes\//, ""), text });
    for (const step of parsed.draft.steps ?? []) {
      const id = step.id ?? "";
      const added = editProcess(text, set(id, "respond", "7h"));
      const isThere = step.respond !== undefined;
      expect(added.ok, `${id}: ${added.ok ? "" : added.message}`).toBe(true);
      const back = editProcess(added.ok ? added.text : "", set(id, "respond", step.respond ?? null));
      expect(back, id).toEqual({ ok: true, text });
      expect(isThere || added.ok).toBe(true);
    }
  });

  test("whatever is wished, either nothing changes or just that", () => {
    const words = fc.stringMatching(/^[A-Za-z:#'"{}[\],&*!|>%@`ä -]{1,30}$/);
    const wish = (steps: readonly string[]): fc.Arbitrary<Wish> =>
      fc.oneof(
        fc.record({
          kind: fc.constant("set-step-field" as const),
          step: fc.constantFrom(...steps),
          field: fc.constantFrom(...editableStepFields),
          value: fc.oneof(
            words,
            fc.array(words, { maxLength: 3 }),
            fc.constantFrom("-3bd", "2h", true, null),
          ),
        }),
        fc.record({
          kind: fc.constant("rename-step" as const),
          step: fc.constantFrom(...steps),
          title: words,
        }),
        fc.record({
          kind: fc.constant("set-instructions" as const),
          step: fc.constantFrom(...steps),
          markdown: words,
        }),
      );
    fc.assert(
      fc.property(
        fc.constantFrom(...processes).chain(([path, text]) => {
          const steps = parseProcess({ path, text }).draft.steps ?? [];
          return fc.tuple(fc.constant(text), wish(steps.map(({ id }) => id ?? "")));
        }),
        ([text, wanted]) => {
          const result = editProcess(text, wanted);
          if (!result.ok) return;
          // A second time there is nothing left to do.
          expect(editProcess(result.text, wanted)).toEqual(result);
        },
      ),
      { numRuns: 150 },
    );
  });
});
