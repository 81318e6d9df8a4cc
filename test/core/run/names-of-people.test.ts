import { describe, expect, test } from "vitest";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const logins = ["lea", "ann", "ed", "dee", "dora", "stan", "zoe"];
const peopleCalled = (name: string) =>
  logins.map((login) => `${login}: { name: "${login.toUpperCase()} ${name}" }`).join("\n");
const steps = [
  "id: draft, title: Draft, role: author, due: +5d, informed: editor",
  "id: judge, title: Judge, kind: approval, approvers: editor, due: +8d",
  "id: choose, title: Choose, kind: decision, options: [yes, no], role: lead, due: +9d",
  "id: publish, title: Publish, role: author, due: +10d",
];

/** Whatever the bot has written in a run from its start to its end, in which people do all sorts of things. */
function written(file: string): string {
  const handbook = smallHandbook(steps, {
    head: ["ask: [{ id: speaker, label: Who speaks?, type: person, role: author }]"],
    files: { "people.yml": file, "absences.yml": "lea: 2026-03-30\n" },
  });
  const run = smallRun(handbook, { permissions: { stan: "write", zoe: "write", lea: "write" } });
  const [draft, judge, choose, publish] = ["Draft", "Judge", "Choose", "Publish"].map(
    (title) => run.step(title).number,
  ) as [number, number, number, number];
  const by = (issue: number, login: string, words: string) =>
    happens(run, () => run.comment(issue, login, words));
  by(draft, "stan", "/hand-to @zoe she knows it");
  by(draft, "ann", "/due 2026-03-09 more to read");
  by(1, "ed", "/cancel");
  by(draft, "zoe", "/done here it is");
  by(judge, "ed", "/changes too long");
  happens(run, () => run.close(draft, "zoe"));
  by(judge, "dee", "/approve");
  by(judge, "ed", "/hand-to @zoe she reads well");
  by(judge, "ed", "/approve");
  by(choose, "lea", "/decide yes");
  by(1, "stan", "/move 2026-03-30 the hall is taken");
  by(1, "stan", "/status");
  run.settle("2026-05-20T10:00:00Z");
  run.settle("2026-06-20T10:00:00Z");
  by(publish, "stan", "/skip nobody needs it");
  return [run.observed.run, ...run.observed.steps]
    .flatMap((issue) => [
      ...(issue.isOurs ? [issue.body] : []),
      ...issue.comments.filter(({ isOurs }) => isOurs).map(({ body }) => body),
    ])
    .join("\n");
}

/** The text as people read it: without hidden notes, mentions, and what stands in code. */
const asRead = (text: string) =>
  text
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/`[^`]*`/g, "")
    .replace(/@[a-z]+/g, "");

describe("a run in which everybody has a name", () => {
  const text = written(peopleCalled("Ray"));

  test("nobody is called by the login", () => {
    const named = asRead(text)
      .split("\n")
      .filter((line) => new RegExp(`\\b(?:${logins.join("|")})\\b`).test(line));
    expect(named).toEqual([]);
  });

  test("whoever is told is mentioned by the login", () => {
    expect(text).toContain("@ed, it is your turn");
  });

  test("without names they are called by the login", () => {
    const visible = (body: string) => body.replaceAll(/<!--[\s\S]*?-->/g, "");
    const renamed = logins.reduce((all, login) => all.replaceAll(`${login.toUpperCase()} Ray`, login), text);
    expect(visible(written(""))).toBe(visible(renamed));
  });
});

test("a name is text: no mark-up, no mention, no end of a cell", () => {
  const text = written(peopleCalled("@stan *of* |it"));
  expect(text).toContain("LEA @\u200bstan \\*of\\* \\|it");
  expect(text).not.toMatch(/LEA @stan|\*of\* \|it/);
});
