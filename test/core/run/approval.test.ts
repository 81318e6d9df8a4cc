import { beforeEach, describe, expect, test } from "vitest";
import type { SimulatedRun } from "./simulated-run.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const steps = [
  "id: draft, title: Draft, role: author, due: +1d",
  "id: judge, title: Judge, kind: approval, approvers: [editor, lawyer], approves: draft, due: +8d",
  "id: last, title: Last, role: author, due: +13d",
];
const away = { "absences.yml": "ed: 2026-03-03..2026-03-04\n" };

let run: SimulatedRun;
const begin = (files: Readonly<Record<string, string>> = {}) => {
  run = smallRun(smallHandbook(steps, { files }), { permissions: { stan: "write", zoe: "write" } });
  happens(run, () => run.close(run.step("Draft").number, "ann"));
};
const write = (author: string, text: string) =>
  happens(run, () => run.comment(run.step("Judge").number, author, text));
const answer = () => run.said(run.step("Judge").number).at(-1) ?? "";
const isApproved = () => run.step("Judge").state === "closed";
const status = () => run.said(1)[0] ?? "";

describe("handing an approval on", () => {
  beforeEach(() => begin());

  test("passes the writer's own part, and no one else's", () => {
    write("ed", "/hand-to @dee I am away");
    expect(run.step("Judge").assignees.toSorted()).toEqual(["dee", "law"]);
    write("dee", "/approve");
    expect(isApproved()).toBe(false);
    write("law", "/approve");
    expect(isApproved()).toBe(true);
  });

  test("shows who decides for which role now", () => {
    write("ed", "/hand-to @dee I am away");
    expect(run.step("Judge").body).toContain("**Who decides:** dee (Editor) and law (Lawyer)");
    expect(status()).toContain("**Judge** handed over to dee as Editor by ed: “I am away”");
    expect(answer()).toMatch(
      /^@dee, ed asks you to decide on \*\*Judge\*\*, due \*\*Tuesday 10 March 2026\*\*:\n\n> I am away/,
    );
  });

  test.each([
    ["lea", "/hand-to @zoe she knows it", "whose part passes on: `/hand-to @zoe for @ed why`"],
    ["lea", "/hand-to @zoe for @tim she knows it", "whose part passes on: `/hand-to @zoe for @ed why`"],
    ["ed", "/hand-to @dee for @law she knows it", "The part of law is for law to hand on"],
    ["lea", "/hand-to @zoe for @law", "For example: `/hand-to @zoe for @law I am away that week`"],
    ["lea", "/hand-to @tim for @law he knows it", "tim is not of the team"],
    ["lea", "/hand-to @ed for @law he knows it", "ed has a say in this already"],
    ["lea", "/hand-to @ann for @law she knows it", "is the work of ann, so it cannot go to ann"],
    [
      "ed",
      "/hand-to @zoe she knows it",
      "zoe is not Editor, so you cannot hand your part to them. You can give it to ed or dee;",
    ],
    [
      "stan",
      "/hand-to @zoe for @law she knows it",
      "only the named approvers and whoever answers for it can do that",
    ],
    [
      "ann",
      "/hand-to @zoe for @law she knows it",
      "only the named approvers and whoever answers for it can do that",
    ],
    ["tim", "/hand-to @zoe for @law because", "decided by the team of this handbook"],
  ])("%s writes %s: %s", (author, text, words) => {
    write(author, text);
    expect(answer()).toContain(words);
    expect(run.step("Judge").assignees).toEqual(["ed", "law"]);
  });

  test("by whoever answers for it names whom the new person replaces, and tells both", () => {
    write("lea", "/hand-to @zoe for @law she knows the case");
    expect(answer()).toContain("@zoe, lea asks you to decide on **Judge**");
    expect(answer()).toContain("@law, there is nothing more for you to do here.");
    write("law", "/approve");
    expect(answer()).toContain("Thank you, but only ed and zoe can decide this one.");
    write("zoe", "/approve");
    write("ed", "/approve");
    expect(isApproved()).toBe(true);
  });
});

describe("deputies", () => {
  test("do not count while the person is there", () => {
    begin();
    write("dee", "/approve");
    expect(answer()).toContain("Thank you, but only ed and law can decide this one.");
  });

  test("count while everyone of the role is away", () => {
    begin(away);
    run.now = "2026-03-03T09:00:00Z";
    write("dee", "/approve");
    write("law", "/approve");
    expect(isApproved()).toBe(true);
  });

  test("stop counting when the person is back", () => {
    begin(away);
    run.now = "2026-03-05T09:00:00Z";
    write("dee", "/approve");
    expect(answer()).toContain("only ed and law");
  });
});

describe("an approval that one of two has given", () => {
  beforeEach(() => {
    begin();
    write("ed", "/approve");
  });

  test("waits for the other only", () => {
    expect(status()).toContain("**Judge** (law, due Tue 10 Mar 2026)");
    expect(status()).toContain("▶ **their turn**, ed has agreed");
    expect(run.step("Judge").body).toContain("**Who decides:** ed (Editor, has agreed) and law (Lawyer)");
  });

  test("reminds the other only", () => {
    run.settle("2026-03-09T18:00:00Z");
    expect(answer()).toMatch(/^@law, a reminder/);
    expect(answer()).toContain("ed has agreed already.");
    expect(answer()).not.toContain("Each of you");
  });
});

describe("somebody who is to approve their own work", () => {
  const answers = { people: "editor: @ann" };

  test("is warned of in the plan, which then waits", () => {
    const handbook = smallHandbook(steps, { files: { "handbook.yml": "title: Handbook\ntimeZone: UTC\n" } });
    run = smallRun(handbook, { answers, anchorDate: "2026-03-09" });
    expect(run.observed.steps).toEqual([]);
    expect(status()).toContain(
      "“Judge”: ann does the work that is judged there, so somebody else has to approve it.",
    );
  });

  test("waits for whoever answers for the process, since the form names another approver", () => {
    run = smallRun(smallHandbook(steps), { answers });
    expect(run.observed.steps).toEqual([]);
    expect(status()).toContain("ann as **Editor**. lea answers for this process and can write `/go`");
    happens(run, () => run.comment(1, "stan", "/go"));
    expect(run.said(1).at(-1)).toContain("so lea has to write this `/go`");
    happens(run, () => run.comment(1, "lea", "/go"));
    expect(run.observed.steps).toHaveLength(3);
  });

  test("hears that whoever answers for it gives that part to another person", () => {
    run = smallRun(smallHandbook(steps), { answers, permissions: { stan: "write", zoe: "write" } });
    happens(run, () => run.comment(1, "lea", "/go"));
    happens(run, () => run.close(run.step("Draft").number, "ann"));
    expect(answer()).toContain("ann worked on it, and nobody can approve their own work");
    for (const line of ["/approve", "/hand-to @zoe I wrote it"]) {
      write("ann", line);
      expect(answer()).toContain("to say. lea can give your part to another person with `/hand-to`");
    }
    write("lea", "/hand-to @zoe for @ann she wrote it");
    write("zoe", "/approve");
    write("law", "/approve");
    expect(isApproved()).toBe(true);
  });
});

describe("an approval that is left out", () => {
  beforeEach(() => begin());

  test("is told to be not approved in its own issue too, until it is asked for again", () => {
    write("lea", "/skip law is ill for long");
    const { body } = run.step("Judge");
    expect(body).toContain(
      "**Not approved:** this approval was skipped by lea, so nobody has agreed to what it judges.",
    );
    expect(body).not.toContain("Who decides");
    happens(run, () => run.reopen(run.step("Judge").number, "lea"));
    expect(run.step("Judge").body).not.toContain("Not approved");
    expect(run.step("Judge").body).toContain("**Who decides:**");
  });
});
