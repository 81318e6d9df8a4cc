import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseHandbook } from "../../../core/definition/index.ts";
import { draftOfList, readList } from "../../../core/import/index.ts";
import { checkHandbook } from "../../../core/rules/index.ts";

const roles = new Map([
  ["author", "Author"],
  ["minute-taker", "Minute taker"],
]);
const folder = "test/cases/import";
const files = readdirSync(folder).filter((name) => !name.endsWith(".mdx"));

function draftOf(name: string, source: string) {
  const reading = readList(name, source);
  return "list" in reading ? draftOfList(reading.list, { file: name, roles }) : undefined;
}

function problemsOf(text: string) {
  const rolesFile = [...roles]
    .map(([id, title]) => `${id}: { title: ${title}, people: [ann], deputies: [bob] }`)
    .join("\n");
  const handbook = new Map([
    ["handbook.yml", "title: Handbook\n"],
    ["roles.yml", `${rolesFile}\n`],
    ["content/draft.mdx", text],
  ]);
  return checkHandbook(parseHandbook(handbook)).filter(({ file }) => file === "content/draft.mdx");
}

/** Letters and digits of a text, so that marks and signs do not matter. */
const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** What only says where something stands: the keys of a form, the numbers of a list, the columns of a table, the unit of an offset that is understood. */
const wordsOfForm: Readonly<Record<string, string>> = {
  "form.yml":
    "description labels markdown attributes value input placeholder validations dropdown checkboxes",
  "issue-template.md": "name about 1 2 3 4",
  "numbered.md": "1 2 3 4",
  "semicolons.csv": "Wann Aufgabe",
  "table.csv": "offset days",
  "table.md": "Task",
};

describe.each(files)("%s", (name) => {
  const source = readFileSync(`${folder}/${name}`, "utf8");
  const draft = draftOf(name, source);

  test("becomes this draft", async () => {
    await expect(draft?.text).toMatchFileSnapshot(`../../cases/import/${name}.mdx`);
  });

  test("says every word of the list, but for those of its form", () => {
    const kept = lettersOf(draft?.text ?? "");
    const ofForm = new Set((wordsOfForm[name] ?? "").split(" "));
    const lost = (source.match(/[\p{L}\p{N}]+/gu) ?? []).filter(
      (word) => !kept.includes(lettersOf(word)) && !ofForm.has(word),
    );
    expect(lost).toEqual([]);
  });

  test("passes the check, but for what is asked", () => {
    const lines = (draft?.text ?? "").split("\n");
    const unasked = problemsOf(draft?.text ?? "").filter(
      ({ line, problemId }) => !lines[line - 1]?.includes("QUESTION") && problemId !== "vague-title",
    );
    expect(unasked).toEqual([]);
  });
});

test("no word of a list is lost, whatever it holds", () => {
  const line = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom(
      "# Title",
      "## Prepare",
      `# ${"A title that goes on ".repeat(8)}omega`,
      `## ${"A heading that goes on ".repeat(4)}omega`,
      "- [ ] do it",
      "* entry",
      "  - [ ] below",
      "1. first",
      "| a | b |",
      "---",
      "import x",
      "<b>",
      "{x}",
      "`a",
    ),
    fc.string({ maxLength: 40 }).map((words) => `- [ ] ${words}`),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (written) => {
      const draft = draftOf("list.md", written.join("\n"));
      if (!draft) return;
      const kept = lettersOf(draft.text);
      for (const one of written.flatMap((words) => words.split(/[\n\r]/))) {
        for (const word of one.match(/[\p{L}\p{N}]{2,}/gu) ?? []) expect(kept).toContain(lettersOf(word));
      }
    }),
  );
});

test.each([
  [
    "a heading over all that is to be done",
    "# List\n\n## Preparations\n\n- [ ] One\n- [ ] Two",
    "Preparations",
  ],
  [
    "a heading longer than a phase may be",
    `## ${"word ".repeat(20)}omega\n- [ ] One\n## Two\n- [ ] Two`,
    "omega",
  ],
  ["a title longer than one may be", `# ${"word ".repeat(30)}omega\n- [ ] One`, "omega"],
  [
    "headings of what is too much for one run",
    `${"- [ ] first\n".repeat(60)}## Preparations\n${Array.from({ length: 110 }, (_, at) => `## Heading${at}\n- [ ] do ${at}\n`).join("")}`,
    "Heading109",
  ],
])("%s is kept", (_what, written, word) => {
  expect(draftOf("list.md", written)?.text).toContain(word);
});

test.each([
  ["list.docx", "x", /Markdown/],
  ["form.yml", "a: 1", /no GitHub issue form/],
  ["form.yml", "&a [*a]", /no GitHub issue form/],
  ["list.md", "only words", /nothing to do/],
  ["list.md", "", /nothing to do/],
  ["list.csv", "", /nothing to do/],
])("%s of %j is refused in words", (name, source, words) => {
  const reading = readList(name, source);
  expect("problem" in reading ? reading.problem : "").toMatch(words);
});

test("a list of ten thousand things is refused in words", () => {
  const reading = readList("list.md", "- [ ] x\n".repeat(10_000));
  expect("problem" in reading ? reading.problem : "").toMatch(/expected at most/);
});

test("a line that is very long is taken whole, as words", () => {
  const words = `${"[<a *b ".repeat(2000)}end`;
  const draft = draftOf("list.md", `# List\n\n- [ ] First\n\n  ${words}\n`);
  expect(lettersOf(draft?.text ?? "")).toContain(lettersOf(words));
});
