import { describe, expect, test } from "vitest";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const settings = "title: Handbook\ntimeZone: UTC\nconfirm: never\n";
const roles = `lead: { title: Lead, people: [lea], deputies: [dora] }
author: { title: Author, people: [ann] }
editor: { title: Editor, people: [ed], deputies: [dee] }
lawyer: { title: Lawyer, people: [law] }
`;
const steps = [
  "id: book, title: Book, role: author, due: -10bd",
  "id: build, title: Build, role: editor, due: -2bd",
  "id: agree, title: Agree, kind: approval, approvers: lawyer, due: -1bd",
  "id: open, title: Open, role: lead, due: 0d",
];

function handbookWith(files: Readonly<Record<string, string>>) {
  return smallHandbook(steps, {
    head: ["anchor: Fair opens"],
    files: { "handbook.yml": settings, "roles.yml": roles, ...files },
  });
}

function absencesOf(logins: readonly string[]): string {
  return [...new Set(logins)].map((login) => `${login}: [2026-04-09..2026-04-17]\n`).join("");
}

/** A run for a fair on Wednesday 15 April 2026, after which the handbook is changed. */
function fair(changed: Readonly<Record<string, string>>, atStart: Readonly<Record<string, string>> = {}) {
  const run = smallRun(handbookWith(atStart), { anchorDate: "2026-04-15", permissions: { stan: "write" } });
  const was = run.said(1).length;
  const change = (files: Readonly<Record<string, string>>) => {
    run.handbook = { ...run.handbook, newest: handbookWith(files) };
    run.settle("2026-03-09T10:00:00Z");
  };
  change(changed);
  return { run, change, said: () => run.said(1).slice(was) };
}

describe("what no longer fits the newest handbook is said once, with the line that mends it", () => {
  test("an absence, days off, and somebody who has left", () => {
    const { said } = fair({
      "handbook.yml": `${settings}calendar: { closed: [2026-04-14] }\n`,
      "absences.yml": "ed: [2026-04-10..2026-04-13]\n",
      "roles.yml": roles.replace("people: [law]", "people: [lucy]"),
    });
    expect(said()).toEqual([
      `@stan, days off, absences or people in the handbook have changed, and this run no longer fits them. I have changed nothing here: all dates stay as promised.

- ed will be away for **Build** (#3), due Monday 13 April 2026. To give it to somebody else, write on #3: \`/hand-to @dee ed is away\`
- **Agree** (#4) is due on Tuesday 14 April 2026, which is a day off now. To give it another date, write on #4: \`/due 2026-04-15 nobody works that day\`
- law has no role in the handbook any more, but has **Agree** (#4), due Tuesday 14 April 2026. To give it to somebody else, write on #4: \`/hand-to @lucy for @law law has left\``,
    ]);
  });

  test("the line does mend it, and nothing is said twice", () => {
    const { run, change, said } = fair({ "absences.yml": "ed: [2026-04-10..2026-04-13]\n" });
    expect(said()).toHaveLength(1);
    run.settle("2026-03-10T10:00:00Z");
    expect(said()).toHaveLength(1);
    happens(run, () => run.comment(3, "stan", "/hand-to @dee ed is away"));
    expect(run.step("Build").assignees).toEqual(["dee"]);
    change({ "absences.yml": "ed: [2026-04-10..2026-04-13]\nlea: [2026-04-15]\n" });
    expect(said()).toHaveLength(2);
    expect(said().at(-1)).toContain("lea will be away for **Open** (#5)");
    expect(said().at(-1)).not.toContain("Build");
  });

  test.each([
    ["an earlier one with more", ["ed", "lea"], ["ed", "lea", "law"]],
    ["others beside one of them", ["ed", "lea"], ["lea", "law"]],
    ["an earlier one with less", ["ed", "lea", "law"], ["lea"]],
    ["the very same", ["ed", "lea"], ["ed", "lea"]],
  ])("each is said once, though a list that was behind hid %s", (_name, first, second) => {
    const { run, said } = fair({});
    const { comments } = run.observed.run;
    const looks = [first, second].map((away) => {
      const seen = run.copy();
      seen.handbook = { ...run.handbook, newest: handbookWith({ "absences.yml": absencesOf(away) }) };
      seen.now = "2026-03-09T10:00:00Z";
      return seen.decide();
    });
    for (const changes of looks) run.carryOut(changes);
    expect(run.observed.run.comments).toHaveLength(comments.length + 2);
    run.handbook = {
      ...run.handbook,
      newest: handbookWith({ "absences.yml": absencesOf([...first, ...second]) }),
    };
    run.settle("2026-03-09T10:00:00Z");
    const all = said().join("\n");
    for (const login of new Set([...first, ...second]))
      expect(all.split(`${login} will be away`), login).toHaveLength(2);
    expect(said().every((words) => words.includes(" will be away for "))).toBe(true);
    expect(run.decide()).toEqual([]);
  });

  test("the day of the run itself is moved on the run", () => {
    const { said } = fair({ "handbook.yml": `${settings}calendar: { closed: [2026-04-15..2026-04-17] }\n` });
    expect(said().at(-1)).toContain(
      "The **fair opens**, Wednesday 15 April 2026, is a day off now. To move the run, write here: `/move 2026-04-14 nobody works that day`",
    );
    expect(said().at(-1)).not.toContain("#5");
  });

  test.each([
    [
      "what was so when the run began",
      { "absences.yml": "ed: [2026-04-13]\n" },
      { "absences.yml": "ed: [2026-04-13]\n" },
    ],
    ["an absence between the steps", { "absences.yml": "ed: [2026-05-01]\n" }, {}],
    [
      "somebody who has another role now",
      { "roles.yml": roles.replace("[law]", "[lucy]").replace("[dee]", "[dee, law]") },
      {},
    ],
  ])("nothing is said of %s", (_name, changed, atStart) => {
    const { said } = fair(changed, atStart);
    expect(said()).toEqual([]);
  });

  test("somebody who has left is named for a late step too, somebody who is away is not", () => {
    const { run, said } = fair({});
    run.now = "2026-04-16T10:00:00Z";
    run.handbook = {
      ...run.handbook,
      newest: handbookWith({
        "roles.yml": roles.replace("people: [ann]", "people: [amy]"),
        "absences.yml": "ed: [2026-04-13..2026-04-17]\n",
      }),
    };
    run.settle();
    const words = said().filter((text) => text.includes("no longer fits"));
    expect(words).toEqual([
      expect.stringContaining("ann has no role in the handbook any more, but has **Book** (#2)"),
    ]);
    expect(words[0]).toContain("`/hand-to @amy ann has left`");
    expect(words[0]).not.toContain("ed will be away");
  });

  test("not on a day off, and never are promised dates others", () => {
    const { run, said } = fair({});
    const before = run.step("Build").body;
    run.handbook = {
      ...run.handbook,
      newest: handbookWith({ "handbook.yml": `${settings}calendar: { closed: [2026-03-12, 2026-04-13] }\n` }),
    };
    run.settle("2026-03-12T10:00:00Z");
    expect(said()).toEqual([]);
    run.settle("2026-03-13T10:00:00Z");
    expect(said()).toHaveLength(1);
    expect(run.step("Build").body).toBe(before);
  });
});
