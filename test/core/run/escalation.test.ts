import { describe, expect, test } from "vitest";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

/** What is said last about a step of these people that was due on Tuesday, when nobody has done it on Friday. */
function saidWhenLate(step: string, absences = ""): string | undefined {
  const handbook = smallHandbook([`id: late, title: Late, due: +1d, ${step}`], {
    files: { "absences.yml": absences },
  });
  const run = smallRun(handbook);
  run.settle("2026-03-06T09:00:00Z");
  return run.said(2).at(-1);
}

describe("who hears that a step is late for long", () => {
  test.each([
    [
      "whoever answers for the step",
      "role: author, accountable: editor",
      "",
      /^@ed, .* It is with ann\. You answer for it as Editor\./,
    ],
    [
      "the deputy only while that person is away",
      "role: author, accountable: editor",
      "ed: 2026-03-05..2026-03-09\n",
      /^@dee, .* You stand in for ed, who answers for it as Editor\./,
    ],
    [
      "whoever answers for the process, when the step is their own",
      "role: editor, accountable: editor",
      "",
      /^@lea, .* It is with ed\. You answer for \*\*Work\*\* as Lead\./,
    ],
  ])("%s", (_name, step, absences, words) => {
    expect(saidWhenLate(step, absences)?.split("\n")[0]).toMatch(words);
  });

  test("who started the run, when whoever has it answers for step and process too", () => {
    expect(saidWhenLate("role: lead")).toMatch(/^@stan, .* It is with lea\. You started this run\./);
  });
});

const late = "id: late, title: Late, role: author, accountable: editor, due: +1d";
const withLadder = {
  files: { "handbook.yml": "title: Handbook\ntimeZone: UTC\nreminders: []\nconfirm: never\n" },
};

/** Who is mentioned first on the late step, by the moment at which the bot looked; an hour on which nothing is said is left out. */
function heard(run: ReturnType<typeof smallRun>, from: string, to: string): string[] {
  const words: string[] = [];
  let before = run.said(2).length;
  for (let at = Date.parse(from); at <= Date.parse(to); at += 3_600_000) {
    run.settle(new Date(at).toISOString());
    const said = run.said(2);
    if (said.length > before) words.push(`${run.now.slice(5, 13)} ${said.at(-1)?.split(", **")[0]}`);
    before = said.length;
  }
  return words;
}

describe("when they hear of it", () => {
  test("first whoever answers, then who started it, then both every fifth business day, never on a day off", () => {
    const run = smallRun(smallHandbook([late], withLadder));
    expect(heard(run, "2026-03-02T09:00:00Z", "2026-03-24T12:00:00Z")).toEqual([
      "03-04T09 @ed",
      "03-06T09 @stan",
      "03-13T09 @ed and @stan",
      "03-20T09 @ed and @stan",
    ]);
  });

  test.each([
    ["the doer answers for the step", late.replace("author", "editor"), ["@lea", "@stan", "@lea and @stan"]],
    [
      "the doer answers for step and process",
      "id: late, title: Late, role: lead, due: +1d",
      ["@stan", "@stan", "@stan"],
    ],
  ])("%s: the next in line hears", (_name, step, wanted) => {
    const run = smallRun(smallHandbook([step], withLadder));
    const told = heard(run, "2026-03-02T09:00:00Z", "2026-03-14T12:00:00Z");
    expect(told.map((line) => line.slice(9))).toEqual(wanted);
  });

  test("whoever stands in for who answers, where the doer answers for it and started it too", () => {
    const steps = ["id: late, title: Late, role: lead, due: +1d"];
    const run = smallRun(smallHandbook(steps, withLadder), { startedBy: "lea" });
    expect(heard(run, "2026-03-02T09:00:00Z", "2026-03-14T12:00:00Z")).toEqual([
      "03-04T09 @dora",
      "03-06T09 @dora",
      "03-13T09 @dora",
    ]);
    expect(run.said(2).at(-1)).toContain("You stand in for lea, who answers for it as Lead.");
  });

  test("whoever does it hears only where nobody else is, once in five business days", () => {
    const steps = ["id: late, title: Late, role: author, accountable: author, due: +1d"];
    const run = smallRun(smallHandbook(steps, { ...withLadder, owner: "author" }), { startedBy: "ann" });
    expect(heard(run, "2026-03-02T09:00:00Z", "2026-03-14T12:00:00Z")).toEqual([
      "03-04T09 @ann",
      "03-13T09 @ann",
    ]);
  });

  test("how late it is, and nothing of that to whoever could not begin in time", () => {
    const run = smallRun(
      smallHandbook([late, "id: next, title: Next, role: editor, accountable: lead, due: +2d"], withLadder),
    );
    run.settle("2026-03-11T10:00:00Z");
    expect(run.said(2).at(-1)).toContain(
      "**Late** was due on **Tuesday 3 March 2026** and is not done yet, 6 business days later. It is with ann.",
    );
    happens(run, () => run.close(2, "ann"));
    run.settle("2026-03-13T10:00:00Z");
    expect(run.said(3).at(-1)).toContain(
      "**Next** was due on **Wednesday 4 March 2026**, could begin only on **Wed 11 Mar**, and is not done yet. It is with ed.",
    );
  });

  test("all at once after a silence of the bot", () => {
    const run = smallRun(smallHandbook([late], withLadder));
    expect(heard(run, "2026-03-09T09:00:00Z", "2026-03-10T12:00:00Z")).toEqual(["03-09T09 @ed and @stan"]);
  });

  test("a business day after it became their turn, when that came later", () => {
    const run = smallRun(smallHandbook([late], withLadder), { now: "2026-03-11T10:00:00Z" });
    expect(heard(run, "2026-03-11T10:00:00Z", "2026-03-12T12:00:00Z")).toEqual(["03-12T09 @ed"]);
  });

  test("anew when it is opened again after it was late", () => {
    const run = smallRun(smallHandbook([late, "id: next, title: Next, role: editor, due: +20d"], withLadder));
    expect(heard(run, "2026-03-04T09:00:00Z", "2026-03-04T12:00:00Z")).toEqual(["03-04T09 @ed"]);
    happens(run, () => run.close(2, "ann"));
    run.settle("2026-03-11T10:00:00Z");
    happens(run, () => run.reopen(2, "ed"));
    expect(heard(run, "2026-03-11T12:00:00Z", "2026-03-12T12:00:00Z")).toEqual(["03-12T09 @ed"]);
  });
});

test("steps that nobody can begin yet are not late", () => {
  const run = smallRun(
    smallHandbook([
      "id: first, title: First, role: author, due: +1d",
      "id: second, title: Second, role: editor, due: +2d",
    ]),
  );
  run.settle("2026-03-10T08:00:00Z");
  expect(run.step("First").labels).toContain("handrail:overdue");
  expect(run.step("Second").labels).not.toContain("handrail:overdue");
  const [status = ""] = run.said(1);
  expect(run.step("Second").body).toContain("**Expected Wednesday 11 March 2026**, promised Wed 4 Mar 2026");
  expect(status).toContain("| #2 First | ann | Tue 3 Mar 2026 | ! **overdue** |");
  expect(status).toContain(
    "| #3 Second | ed | **Expected Wed 11 Mar**, promised Wed 4 Mar | planned, held up |",
  );
  happens(run, () => run.close(2, "ann"));
  expect(run.step("Second").body).toContain("**Due Wednesday 4 March 2026**");
  expect(run.step("Second").labels).toContain("handrail:overdue");
  expect(run.said(3)[0]).toContain(
    "it is your turn: **Second**, **expected Wednesday 11 March 2026**, promised Wed 4 Mar 2026.",
  );
});
