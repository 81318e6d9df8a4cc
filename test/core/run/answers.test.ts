import { expect, test } from "vitest";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const head = [
  `ask:
  - { id: version, label: Which version?, required: true }
  - { id: brief, label: Brief, type: long-text }
  - { id: constructor, label: Builder }`,
];

const publish =
  'id: publish, title: "Publish {version}", role: author, output: ["Notes of {version}"], due: +2d';
const tell =
  'id: tell, title: "Tell {constructor} of it", role: editor, input: [{ what: "Notes of {version}", from: publish }], due: +3d';

const body = `
## Publish {version}

Put <Answer field="version" /> into the heading, as the brief has it:

<Answer field="brief" />

- [ ] Say who built it: <Answer field="constructor" />
`;

function handbookOf(steps: readonly string[], text: string) {
  const handbook = smallHandbook(steps, { head, body: text });
  if (!handbook.processes.has("work")) throw new Error("The process has a problem.");
  return handbook;
}

const textOf = (issue: { readonly title: string; readonly body: string }) =>
  `${issue.title}\n${issue.body.replace(/<!--.*?-->/gs, "")}`;

test("answers stand in titles, inputs, outputs and instructions, and are listed in every step", () => {
  const answers = { version: "2.1", brief: "Fast.\nSmall.", constructor: "Bo" };
  const run = smallRun(handbookOf([publish, tell], body), { answers });
  const first = run.step("Publish 2.1");
  expect(textOf(first)).toContain("- Notes of 2.1");
  expect(textOf(first)).toContain("Put 2\\.1 into the heading, as the brief has it:\n\n> Fast.\n> Small.");
  expect(textOf(first)).toContain("- [ ] Say who built it: Bo");
  for (const title of ["Publish 2.1", "Tell Bo of it"])
    expect(textOf(run.step(title))).toContain(
      "**Said at the start**\n\n- Which version?: 2\\.1\n- Brief: Fast. Small.\n- Builder: Bo",
    );
  expect(textOf(run.step("Tell Bo of it"))).toContain("- Notes of 2.1, from **Publish 2.1**");
});

test("what was left empty is said in words, never in brackets of ours", () => {
  const run = smallRun(handbookOf([publish, tell], body), { answers: { version: "2.1" } });
  const text = run.observed.steps.map(textOf).join("\n");
  expect(run.step("Tell (Builder: not given) of it")).toBeDefined();
  expect(text).toContain("as the brief has it:\n\n(Brief: not given)");
  expect(text).not.toMatch(/\{|undefined|‹/);
});

const hostile = "@ann closes #7 <b>x</b> [y](https://evil.example) `z` <!-- handrail:facts --> {version}";

test("nothing that people typed is live", () => {
  const answers = { version: hostile, brief: `## Process\n\n${hostile}\n/done`, constructor: hostile };
  const run = smallRun(handbookOf([publish, tell], body), { answers });
  for (const { body: text } of run.observed.steps) {
    const shown = text.replace(/^<!--.*?-->/gm, "");
    expect(shown).not.toMatch(
      /@ann|(?<!\\)#7|(?<!\\)<b>|https:\/\/evil|(?<!\\)`z|(?<!\\)<!-- handrail:facts --> \{/,
    );
    expect(shown).not.toMatch(/^## Process/m);
  }
});

test("a long answer is cut where it stands in a title, and never makes a body too long", () => {
  const many = Array.from({ length: 60 }, () => '<Answer field="brief" />').join("\n\n");
  const answers = { version: "v".repeat(2000), brief: "b\n".repeat(1900) };
  const run = smallRun(handbookOf([publish, tell], `\n## Publish {version}\n\n${many}\n`), { answers });
  for (const { title, body: text } of run.observed.steps) {
    expect(title.length).toBeLessThanOrEqual(200);
    expect(text.length).toBeLessThan(65_536);
  }
});

test("answers are those of the start: what is edited later is said, and changes nothing", () => {
  const run = smallRun(handbookOf([publish, tell], body), { answers: { version: "2.1" } });
  const before = run.observed.steps.map(textOf);
  run.now = "2026-03-02T09:00:00Z";
  run.edit(1, "stan", run.observed.run.body.replace("2.1", "3.0"));
  run.settle();
  expect(run.observed.steps.map(textOf)).toEqual(before);
  expect(run.said(1).join("\n")).toContain("3.0");
});

test.each([
  ["soon", "**How many guests?** asks for a number or a text that decides it", undefined],
  ["", "**How many guests?** asks for a number or a text that decides it", undefined],
  ["12", "", false],
  ["80", "", true],
])(
  "a question left open is answered by `/decide %s` only where that decides it",
  (written, words, isNeeded) => {
    const handbook = smallHandbook(
      [
        'id: hall, title: Rent a hall, role: author, when: { guests: "> 50" }, after: [], due: +2d',
        "id: invite, title: Invite, role: editor, after: [], due: +3d",
      ],
      { head: ["ask:\n  - { id: guests, label: How many guests?, type: number }"], body: "" },
    );
    const run = smallRun(handbook, { answers: {} });
    const hall = run.step("Rent a hall").number;
    happens(run, () => run.comment(hall, "stan", `/decide ${written}`));
    expect(run.said(hall).at(-1) ?? "").toContain(words);
    expect(run.step("Rent a hall").state).toBe(isNeeded === false ? "closed" : "open");
    // The status goes on asking what nobody has answered.
    expect(run.said(1)[0]?.includes("How many guests?")).toBe(isNeeded === undefined);
  },
);
