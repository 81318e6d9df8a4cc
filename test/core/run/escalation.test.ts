import { describe, expect, test } from "vitest";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

/** What is said last about a step of these people that was due on Tuesday, when nobody has done it on Friday. */
function saidWhenLate(step: string, absences = ""): string | undefined {
  const handbook = smallHandbook([`id: late, title: Late, due: +1d, ${step}`], {
    files: { "absences.yml": absences },
  });
  const run = smallRun(handbook);
  run.settle("2026-03-06T08:00:00Z");
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

  test("whoever has it, when they answer for step and process too", () => {
    expect(saidWhenLate("role: lead")).toMatch(
      /^@lea, \*\*Late\*\* was due on .* and is not done yet\. Does it need/,
    );
  });
});

describe("when they hear of it", () => {
  const handbook = smallHandbook(["id: late, title: Late, role: author, due: +1d"]);

  test("a business day after the due moment", () => {
    const run = smallRun(handbook);
    const escalations = () => run.said(2).filter((words) => words.startsWith("@lea"));
    run.settle("2026-03-04T16:59:00Z");
    expect(escalations()).toEqual([]);
    run.settle("2026-03-04T17:01:00Z");
    run.settle("2026-03-05T17:01:00Z");
    expect(escalations()).toHaveLength(1);
  });

  test("a business day after it became their turn, when that came later", () => {
    const run = smallRun(handbook, { now: "2026-03-11T08:00:00Z" });
    expect(run.said(2)).toEqual([]);
    run.settle("2026-03-12T16:59:00Z");
    expect(run.said(2)).toEqual([]);
    run.settle("2026-03-12T17:01:00Z");
    expect(run.said(2)).toHaveLength(1);
  });
});

test("a step that is opened again when it is late long since gives whoever has it a business day", () => {
  const run = smallRun(
    smallHandbook([
      "id: late, title: Late, role: author, due: +1d",
      "id: next, title: Next, role: editor, due: +20d",
    ]),
  );
  happens(run, () => run.close(2, "ann"));
  run.settle("2026-03-11T08:00:00Z");
  happens(run, () => run.reopen(2, "ed"));
  run.settle("2026-03-12T16:59:00Z");
  expect(run.said(2)).toEqual([]);
  run.settle("2026-03-12T17:01:00Z");
  expect(run.said(2)).toEqual([expect.stringMatching(/^@lea, \*\*Late\*\* was due/)]);
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
  expect(run.step("Second").body).toContain("**Due Wednesday 4 March 2026**");
  expect(status).toContain("| #2 First | ann | Tue 3 Mar 2026 | ! **overdue** |");
  expect(status).toContain("| #3 Second | ed | Wed 4 Mar 2026, expected Wed 11 Mar | planned |");
  happens(run, () => run.close(2, "ann"));
  expect(run.step("Second").body).toContain("**Due Wednesday 11 March 2026** (planned for Wed 4 Mar 2026)");
});
