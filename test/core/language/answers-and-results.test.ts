import { describe, expect, test } from "vitest";
import { changesBetween, describeChanges } from "../../../core/change/index.ts";
import { parseHandbook } from "../../../core/definition/index.ts";
import { checkHandbook } from "../../../core/rules/index.ts";
import { processOf } from "../../builders.ts";

const roles =
  "author: { title: Author, people: [ann], deputies: [bob] }\neditor: { title: Editor, people: [ed], deputies: [bob] }\n";

/** The problems of a process with these questions, this more in its step, and this more in its body. */
function problemsOf(ask: string, step: string, body: string) {
  const text = `---
title: Write an article
summary: From an idea to a text.
outcome: The text is finished.
trigger: Someone has an idea.
owner: author
${ask}
steps:
  - id: draft
    title: Write the draft
    role: author
${step}
---

Words.

## Write the draft

Do it.
${body}`;
  const files = new Map([
    ["handbook.yml", "title: Handbook\n"],
    ["roles.yml", roles],
    ["content/work.mdx", text],
  ]);
  return checkHandbook(parseHandbook(files))
    .filter(({ file }) => file === "content/work.mdx")
    .map(({ problemId, line, message }) => ({
      problemId,
      at: text.split("\n")[line - 1]?.trim() ?? "",
      message,
    }));
}

const version = "ask: [{ id: version, label: Version }]";
const many = Array.from({ length: 13 }, (_, index) => `{ id: v${index}, label: V${index} }`).join(", ");

describe("what somebody in a hurry writes is told once, where it stands, with a way out", () => {
  test.each<[what: string, ask: string, step: string, body: string, problemId: string, says: RegExp]>([
    ["a word for results", "", "    collect: hours", "", "wrong-value", /at most 12 values/],
    ["a number for results", "", "    collect: 3", "", "wrong-type", /at most 12 values/],
    ["no results at all", "", "    collect: []", "", "wrong-value", /0 entries/],
    ["too many results", "", `    collect: [${many}]`, "", "wrong-value", /13 entries/],
    ["a result without a label", "", "    collect: [{ id: h }]", "", "missing-field", /`label`/],
    [
      "a misspelt type",
      "",
      "    collect: [{ id: h, label: H, type: hour }]",
      "",
      "wrong-value",
      /did you mean `hours`/,
    ],
    [
      "a misspelt key",
      "",
      "    collect: [{ id: h, label: H, typ: hours }]",
      "",
      "unknown-field",
      /did you mean `type`/,
    ],
    [
      "one result twice",
      "",
      "    collect: [{ id: h, label: H }, { id: h, label: H }]",
      "",
      "form-field-clash",
      /is taken/,
    ],
    [
      "a small currency",
      "",
      "    collect: [{ id: h, label: H, type: money, currency: chf }]",
      "",
      "wrong-value",
      /`CHF`/,
    ],
    [
      "a currency of hours",
      "",
      "    collect: [{ id: h, label: H, type: hours, currency: CHF }]",
      "",
      "unusable-choice",
      /type: money/,
    ],
    [
      "a choice of nothing",
      "",
      "    collect: [{ id: h, label: H, type: choice }]",
      "",
      "unusable-choice",
      /nothing to choose/,
    ],
    [
      "results of a date alone",
      "",
      "    kind: checkpoint\n    collect: [{ id: h, label: H }]",
      "",
      "field-without-effect",
      /move it to a task/,
    ],
    [
      "a role that is none",
      "ask: [{ id: a, label: A, type: person, role: autor }]",
      "",
      "",
      "unknown-role",
      /did you mean `author`/,
    ],
    [
      "a role without a step",
      "ask: [{ id: a, label: A, type: person, role: editor }]",
      "",
      "",
      "field-without-effect",
      /nothing to do/,
    ],
    [
      "a role of a text",
      "ask: [{ id: a, label: A, role: author }]",
      "",
      "",
      "field-without-effect",
      /type: person/,
    ],
    [
      "a misspelt place",
      version,
      '    output: ["{verison} {verison} {verison}"]',
      "",
      "unknown-answer",
      /did you mean `version`/,
    ],
    ["an item of no list", version, '    output: ["{item}"]', "", "unknown-answer", /`each`/],
    ["an item in the body", version, "", "\nSee {item}.\n", "unsafe-mdx", /write “them” or “it”/],
    [
      "an answer that is an item",
      version,
      "",
      '\n<Answer field="item" />\n',
      "unknown-answer",
      /title of each issue names the item/,
    ],
    ["brackets in the body", version, "", "\nSee {version}.\n", "unsafe-mdx", /<Answer field="version" \/>/],
    [
      "a misspelt answer",
      version,
      "",
      '\n<Answer field="versoin" />\n',
      "unknown-answer",
      /did you mean `version`/,
    ],
    [
      "an answer in small letters",
      version,
      "",
      '\n<answer field="version" />\n',
      "unsafe-mdx",
      /did you mean `Answer`/,
    ],
    ["an answer of nothing", version, "", "\n<Answer />\n", "unknown-answer", /names no question/],
    [
      "an answer with words",
      version,
      "",
      '\n<Answer field="version">2.1</Answer>\n',
      "unsafe-mdx",
      /closes itself/,
    ],
  ])("%s", (_what, ask, step, body, problemId, says) => {
    const problems = problemsOf(ask, step, body);
    expect(problems.map((problem) => problem.problemId)).toEqual([problemId]);
    expect(problems[0]?.message).toMatch(says);
  });
});

test.each(["constructor", "toString", "hasOwnProperty"])(
  "a question and a result called %s are as any other",
  (id) => {
    const ask = `ask: [{ id: a-${id.toLowerCase()}, label: A }]`;
    expect(
      problemsOf(
        ask,
        `    collect: [{ id: ${id.toLowerCase()}, label: B }]\n    output: ["{${id.toLowerCase()}}"]`,
        "",
      ),
    ).toEqual([]);
  },
);

test.each([
  ["", ", role: author", "Whoever is named under “Who writes” at the start now takes the role author."],
  [", role: author", "", "Whoever is named under “Who writes” at the start no longer takes a role by it."],
  [
    ", role: author",
    ", role: editor",
    "Whoever is named under “Who writes” at the start now takes the role editor.",
  ],
])("a change of who takes a role by an answer is one sentence: %j, then %j", (earlier, now, sentence) => {
  const [before, after] = [earlier, now].map((role) =>
    processOf(
      `ask: [{ id: who, label: Who writes, type: person${role} }]\nsteps:\n  - { id: draft, title: Write the draft, role: author }`,
    ),
  );
  if (!before || !after) throw new Error("There is nothing to compare.");
  const names = { roleTitle: String, processTitle: String, after };
  expect(describeChanges(changesBetween(before, after), names)).toEqual([sentence]);
});
