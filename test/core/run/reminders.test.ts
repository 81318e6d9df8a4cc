import { describe, expect, test } from "vitest";
import { smallHandbook, smallRun } from "./small-handbook.ts";

const config = (keys: string) => ({
  files: { "handbook.yml": `title: Handbook\ntimeZone: UTC\nconfirm: never\n${keys}\n` },
});

/** The moments at which reminders are said when the bot looks every hour, and whom they mention. */
function reminders(handbook: ReturnType<typeof smallHandbook>, from: string, days: number): string[] {
  const run = smallRun(handbook, { now: from, anchorDate: from.slice(0, 10) });
  const said: string[] = [];
  let before = run.said(2).length;
  for (let hour = 1; hour <= days * 24; hour += 1) {
    run.settle(new Date(Date.parse(from) + hour * 3_600_000).toISOString());
    for (const words of run.said(2).slice(before)) {
      const [, who = "", when = ""] = /^(.*), a reminder: .* is due (.*), on /.exec(words) ?? [];
      if (who !== "") said.push(`${run.now.slice(5, 13)} ${who} ${when}`);
    }
    before = run.said(2).length;
  }
  return said;
}

const swiss = "calendar: { country: CH, region: ZH, closed: 2026-03-05 }";

describe("reminders of a step due on a Monday", () => {
  const step = "id: draft, title: Draft, role: author, due: +14d";

  test.each([
    [
      "by default two business days before, and one",
      "",
      ["03-12T09 @ann in 4 days", "03-13T09 @ann in 3 days"],
    ],
    [
      "when the day begins there",
      'dayStart: "07:30"',
      ["03-12T08 @ann in 4 days", "03-13T08 @ann in 3 days"],
    ],
    [
      "in hours: at the end of the last business day before, once",
      "reminders: [48h, 24h]",
      ["03-13T17 @ann in 3 days"],
    ],
    ["in hours that fall on a business day", "reminders: 2h", ["03-16T15 @ann today"]],
    ["in calendar days", "reminders: [7d, 1d]", ["03-09T09 @ann in 7 days", "03-13T09 @ann in 3 days"]],
    ["none where none are wanted", "reminders: []", []],
  ])("%s", (_name, keys, wanted) => {
    expect(reminders(smallHandbook([step], config(keys)), "2026-03-02T08:00:00Z", 15)).toEqual(wanted);
  });
});

test.each([
  ["after Easter Monday", "2026-03-31T08:00:00Z", "+7d", ["04-02T09 @ann in 5 days"]],
  ["after a closure", "2026-03-02T08:00:00Z", "+4d", ["03-04T09 @ann in 2 days"]],
  ["on the day they heard of it: never", "2026-03-02T08:00:00Z", "+1d", []],
])("a reminder of a step due %s", (_name, from, due, wanted) => {
  const steps = [`id: draft, title: Draft, role: author, due: ${due}`];
  expect(reminders(smallHandbook(steps, config(`reminders: 1bd\n${swiss}`)), from, 6)).toEqual(wanted);
});

test("a reminder that the bot missed on Friday is said on Monday, not at the weekend", () => {
  const run = smallRun(smallHandbook(["id: draft, title: Draft, role: author, due: +14d"], config("")));
  run.settle("2026-03-14T12:00:00Z");
  expect(run.said(2)).toEqual([]);
  run.settle("2026-03-16T08:59:00Z");
  expect(run.said(2)).toEqual([]);
  run.settle("2026-03-16T09:00:00Z");
  run.settle("2026-03-16T09:30:00Z");
  expect(run.said(2)).toEqual([expect.stringMatching(/^@ann, a reminder: \*\*Draft\*\* is due today,/)]);
});

describe("a step that nobody of the team has", () => {
  const roles = `lead: { title: Lead, people: [lea] }
author: { title: Author, people: [ann] }
editor: { title: Editor, people: [ed] }
lawyer: { title: Lawyer, people: [law] }
print-shop: { title: Print shop, outside: true }
vacant: { title: Vacant }
`;
  const printing = (role: string) =>
    smallHandbook([`id: print, title: Print, role: ${role}, accountable: editor, due: +3d`], {
      files: { ...config("").files, "roles.yml": roles },
    });

  test.each([
    ["outside the team", "print-shop", "It is with Print shop, outside the team."],
    ["without people", "vacant", "Nobody is in charge of it."],
  ])("%s: whoever answers for it is told, reminded, and told when it is late", (_name, role, who) => {
    const run = smallRun(printing(role));
    const opened = run.said(2);
    run.settle("2026-03-04T10:00:00Z");
    const reminded = run.said(2).slice(1);
    run.settle("2026-03-06T10:00:00Z");
    const escalated = run.said(2).slice(2);
    expect(opened).toEqual([expect.stringMatching(/^@ed, it is time for \*\*Print\*\*/)]);
    expect(reminded).toEqual([expect.stringMatching(/^@ed, a reminder: \*\*Print\*\* is due tomorrow/)]);
    expect(escalated).toEqual([
      expect.stringMatching(/^@ed, \*\*Print\*\* was due on .* is not done yet, 1 business day later\./),
    ]);
    expect(reminded[0]).toContain(who);
    expect(escalated[0]).toContain(who);
  });

  test("needs no /go when it is outside", () => {
    const handbook = (role: string) =>
      smallHandbook([`id: print, title: Print, role: ${role}, due: +3d`], {
        files: { "handbook.yml": "title: Handbook\ntimeZone: UTC\n", "roles.yml": roles },
      });
    expect(smallRun(handbook("print-shop")).observed.steps).toHaveLength(1);
    expect(smallRun(handbook("vacant")).observed.steps).toHaveLength(0);
  });
});

describe("a person with a clock and a calendar of their own", () => {
  const own = (person: string, step = "id: draft, title: Draft, role: author, due: +14d") =>
    smallHandbook([step], { files: { ...config("").files, "people.yml": person } });

  test.each([
    ["nothing but a name", "ann: { name: Ann Ray }", ["03-12T09 @ann in 4 days", "03-13T09 @ann in 3 days"]],
    [
      "when the day begins where they are",
      "Ann: { timeZone: America/New_York }",
      ["03-12T13 @ann in 4 days", "03-13T13 @ann in 3 days"],
    ],
    [
      "on their own business days",
      "ann: { calendar: { closed: 2026-03-12..2026-03-13 } }",
      ["03-10T09 @ann in 6 days", "03-11T09 @ann in 5 days"],
    ],
    [
      "and at their own weekend not at all",
      "ann: { calendar: { workweek: [tue, wed] } }",
      ["03-10T09 @ann in 6 days", "03-11T09 @ann in 5 days"],
    ],
  ])("%s", (_name, person, wanted) => {
    expect(reminders(own(person), "2026-03-02T08:00:00Z", 15)).toEqual(wanted);
  });

  test("who is away for days is reminded before they leave", () => {
    const handbook = smallHandbook(["id: draft, title: Draft, role: author, due: +14d"], {
      files: { ...config("").files, "absences.yml": "ann: 2026-03-11..2026-03-13\n" },
    });
    expect(reminders(handbook, "2026-03-02T08:00:00Z", 15)).toEqual([
      "03-09T09 @ann in 7 days",
      "03-10T09 @ann in 6 days",
    ]);
  });

  test("two who live apart each hear once, in their own morning", () => {
    const step = "id: draft, title: Draft, role: [author, editor], due: +14d";
    expect(reminders(own("ann: { timeZone: America/New_York }", step), "2026-03-02T08:00:00Z", 15)).toEqual([
      "03-12T09 @ed in 4 days",
      "03-12T13 @ann in 4 days",
      "03-13T09 @ed in 3 days",
      "03-13T13 @ann in 3 days",
    ]);
  });

  test("an hour that the step names is one moment for everybody", () => {
    const step = 'id: draft, title: Draft, role: author, due: +14d, at: "14:00"';
    const run = smallRun(own("ann: { timeZone: America/New_York }", step));
    run.settle("2026-03-13T15:00:00Z");
    expect(run.said(2).at(-1)).toContain("on **Monday 16 March 2026** at 14:00 in UTC.");
  });

  test("it is late when their own day is over", () => {
    const late = (person: string, now: string) => {
      const run = smallRun(own(person));
      run.settle("2026-03-13T23:00:00Z");
      const before = run.said(2).length;
      run.settle(now);
      return run
        .said(2)
        .slice(before)
        .map((words) => words.split(" ")[0]);
    };
    // A business day after 17:00 in Honolulu, which is 03:00 of the day after in UTC.
    expect(late("ann: { name: Ann }", "2026-03-17T10:00:00Z")).toEqual(["@lea,"]);
    expect(late("ann: { timeZone: Pacific/Honolulu }", "2026-03-17T10:00:00Z")).toEqual([]);
    expect(late("ann: { timeZone: Pacific/Honolulu }", "2026-03-18T10:00:00Z")).toEqual(["@lea,"]);
  });
});

test("a step that is with somebody outside says so wherever it says whose turn it is", () => {
  const roles =
    "lead: { title: Lead, people: [lea] }\nshop: { title: Print shop, outside: true }\nauthor: { title: Author, people: [ann] }\n";
  const step = "id: print, title: Print, role: shop, due: +3d";
  const files = { "roles.yml": roles };
  const begun = smallRun(smallHandbook([step], { files: { ...config("").files, ...files } }));
  expect(begun.said(1)[0]).toContain("**Whose turn it is:** #2 **Print** (Print shop (outside), due");
  const asked = smallRun(
    smallHandbook([step], {
      files: { "handbook.yml": "title: Handbook\ntimeZone: UTC\nconfirm: always\n", ...files },
    }),
  );
  expect(asked.said(1)[0]).toContain("| Print | Print shop (outside) |");
  const late = smallRun(smallHandbook(["id: print, title: Print, role: shop, due: 0d"], { files }));
  late.settle("2026-03-03T10:00:00Z");
  expect(late.said(1).at(-1)).toContain(
    "What holds it up: **Print** (#2), with Print shop (outside), promised",
  );
});
