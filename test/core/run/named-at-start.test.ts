import { expect, test } from "vitest";
import { happens, processFile, smallHandbook, smallRun } from "./small-handbook.ts";

const speaker = "{ id: speaker, label: Who speaks?, type: person, role: author }";
const head = [`ask: [${speaker}]`];
const withJudge = [`ask: [${speaker}, { id: judge, label: Who judges?, type: person, role: editor }]`];
const draft = "id: draft, title: Draft, role: author, due: +2d";
const judge = "id: judge, title: Judge, kind: approval, approvers: editor, due: +3d";

const settings = (answers: Readonly<Record<string, string>>) => ({
  answers,
  permissions: { stan: "write", lea: "write", zoe: "write" } as const,
});

test("whoever is named in the answer takes the role in this run", () => {
  const run = smallRun(smallHandbook([draft], { head }), settings({ speaker: "@zoe" }));
  expect(run.step("Draft").assignees).toEqual(["zoe"]);
});

test("without an answer the role stays with its people", () => {
  const run = smallRun(smallHandbook([draft], { head }), settings({}));
  expect(run.step("Draft").assignees).toEqual(["ann"]);
});

test("an approver who is named there waits for whoever answers for the process", () => {
  const run = smallRun(smallHandbook([draft, judge], { head: withJudge }), settings({ judge: "zoe" }));
  expect(run.observed.steps).toEqual([]);
  expect(run.said(1)[0]).toContain("names people who are not in the handbook");
  happens(run, () => run.comment(1, "stan", "/go"));
  expect(run.observed.steps).toEqual([]);
  happens(run, () => run.comment(1, "lea", "/go"));
  expect(run.step("Judge").assignees).toEqual(["zoe"]);
  happens(run, () => run.close(run.step("Draft").number, "ann"));
  happens(run, () => run.comment(run.step("Judge").number, "zoe", "/approve"));
  expect(run.step("Judge").state).toBe("closed");
});

test.each([
  ["locked", 0],
  ["open", 3],
])(
  "so does whoever is named there to answer for a step that is a run with an approval in it, with `approvals: %s`",
  (approvals, begun) => {
    const producer = "{ id: producer, label: Who produces?, type: person, role: author }";
    const inside =
      "id: inside, title: Inside, kind: process, process: inside, role: lead, accountable: author, due: +8d";
    const files = {
      "handbook.yml": `title: Handbook\ntimeZone: UTC\nconfirm: never\napprovals: ${approvals}\n`,
      "content/inside.mdx": processFile("Inside", [draft, judge]),
    };
    const handbook = smallHandbook(
      ["id: plan, title: Plan, role: lead, due: +1d", inside, "id: end, title: End, role: lead, due: +9d"],
      {
        head: [`ask: [${producer}]`],
        files,
      },
    );
    expect(smallRun(handbook, settings({ producer: "zoe" })).observed.steps).toHaveLength(begun);
  },
);

test("whoever does the work may not judge it, however they came by the role", () => {
  const run = smallRun(
    smallHandbook([draft, judge], { head: withJudge }),
    settings({ speaker: "zoe", judge: "zoe" }),
  );
  happens(run, () => run.comment(1, "lea", "/go"));
  happens(run, () => run.close(run.step("Draft").number, "zoe"));
  happens(run, () => run.comment(run.step("Judge").number, "zoe", "/approve"));
  expect(run.step("Judge").state).toBe("open");
});

test.each([
  ["by id", "author: @zoe"],
  ["by id with a capital letter", "Author: @zoe"],
  ["by title", "Lead  speaker: @zoe"],
])("People takes roles %s", (_how, people) => {
  const roles =
    "lead: { title: Lead, people: [lea] }\nauthor: { title: Lead speaker, people: [ann] }\neditor: { title: Editor, people: [ed] }\n";
  const handbook = smallHandbook([draft], { head, files: { "roles.yml": roles } });
  const run = smallRun(handbook, settings({ people }));
  expect(run.step("Draft").assignees).toEqual(["zoe"]);
});

test("two answers for one role are asked about", () => {
  const run = smallRun(
    smallHandbook([draft], { head }),
    settings({ speaker: "zoe", people: "author: @lea" }),
  );
  expect(run.observed.steps).toEqual([]);
  expect(run.said(1)[0]).toContain(
    "**People** says `lea` for Author, and the question for that person says `zoe`. Please leave one of the two out.",
  );
});
