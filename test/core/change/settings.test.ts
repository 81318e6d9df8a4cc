import { describe, expect, test } from "vitest";
import { handbookMeaning, meaningAsMarkdown } from "../../../core/change/index.ts";
import { openHandbook } from "../../../core/handbook/index.ts";
import { date } from "../../builders.ts";

const files = (more: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries({
      "handbook.yml": "title: Ours\ntimeZone: UTC\n",
      "roles.yml": "lead: { title: Lead, people: [lea] }\n",
      ...more,
    }),
  );
const settings = (line: string) => ({ "handbook.yml": `title: Ours\ntimeZone: UTC\n${line}\n` });

function meant(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string {
  const [earlier, now] = [openHandbook(files(before)), openHandbook(files(after))];
  const sides = { before: earlier.handbook, after: now.handbook };
  return meaningAsMarkdown(handbookMeaning(earlier, now, date("2026-11-27")), sides);
}

describe("what another setting means", () => {
  test.each([
    [
      "a holiday on which people work",
      settings("calendar: { country: CH, worked: [2026-08-01] }"),
      "Other days are business days",
    ],
    ["another day begin", settings('dayStart: "07:30"'), "A business day begins at 07:30"],
    ["another hour", settings('dueTime: "12:00"'), "due at 12:00"],
    ["other reminders", settings("reminders: [5bd]"), "reminded 5 business days before"],
    [
      "other ears for what is late",
      settings("escalateAfter: [2bd, 4bd]"),
      "whoever answers for it after 2 business days and whoever started the run after 4 business days",
    ],
    ["starts that wait", settings("confirm: always"), "waits until somebody has written /go"],
    [
      "approvals that others may leave out",
      settings("approvals: open"),
      "An approval can be left out as any other step.",
    ],
    ["somebody who is away", { "absences.yml": "lea: [2026-12-07..2026-12-11]\n" }, "Other people are away"],
    [
      "somebody's own days off",
      { "people.yml": "lea: { calendar: { country: DE, region: BE } }\n" },
      "other days off",
    ],
  ])("%s", (_what, after, words) => {
    expect(meant({}, after)).toContain(words);
  });

  test.each([
    ["a glossary", settings("glossary: { CMS: Where pages are written }")],
    ["a name", { "people.yml": "lea: { name: Lea Frei }\n" }],
    ["nothing", {}],
  ])("%s changes nothing for those who work by it", (_what, after) => {
    expect(meant({}, after)).toBe("Nothing changes for those who work by this handbook.\n");
  });

  test.each([
    [
      "outside",
      "{ title: Printer, people: [] }",
      "{ title: Printer, outside: true }",
      "Printer is outside the team",
    ],
    [
      "of the team",
      "{ title: Printer, outside: true }",
      "{ title: Printer, people: [] }",
      "Printer belongs to the team now",
    ],
  ])("a role that is %s from now on", (_what, before, after, words) => {
    const roles = (printer: string) => ({ "roles.yml": `printer: ${printer}\n` });
    expect(meant(roles(before), roles(after))).toContain(words);
  });

  test("the example of a changed process names who outside has a step", () => {
    const process = (due: string) => ({
      "roles.yml": "lead: { title: Lead, people: [lea] }\nprinter: { title: Print shop, outside: true }\n",
      "content/post.mdx": `---
title: Post
summary: S.
outcome: O.
trigger: T.
owner: lead
steps:
  - { id: print, title: Print it, role: printer, due: ${due} }
  - { id: send, title: Send it, role: lead, due: 0d }
---
`,
    });
    const shown = meant(process("-5bd"), process("-8bd"));
    expect(shown).toContain("| Print it | Print shop (outside) |");
    expect(shown).toContain("| Send it | lea |");
  });
});
