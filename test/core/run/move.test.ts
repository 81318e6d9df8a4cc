import { beforeEach, describe, expect, test } from "vitest";
import type { SimulatedRun } from "./simulated-run.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const handbook = smallHandbook([
  "id: first, title: First, role: author, due: +1d",
  "id: second, title: Second, role: editor, due: +2d",
  "id: judge, title: Judge, kind: approval, approvers: [lawyer, lead], due: +3d",
  "id: third, title: Third, role: editor, due: +4d",
  "id: fourth, title: Fourth, role: editor, due: +7d",
  "id: fifth, title: Fifth, role: editor, due: +8d",
]);
let run: SimulatedRun;
beforeEach(() => {
  run = smallRun(handbook);
  happens(run, () => run.close(2, "ann"));
});
/** What everybody has heard of dates, on which step. */
const told = () =>
  run.observed.steps.flatMap(({ number, title }) =>
    run
      .said(number)
      .flatMap((words) =>
        /has (?:moved|taken that back)/.test(words) ? [`${title.replace(/:.*/, "")}: ${words}`] : [],
      ),
  );

describe("a run that moves", () => {
  test("tells everybody whose dates move, once each, on the first of their steps", () => {
    happens(run, () => run.comment(1, "stan", "/move 2026-03-09 the fair was moved"));
    const words =
      "stan has moved the **start date** from Mon 2 Mar 2026 to **Monday 9 March 2026**:\n\n> the fair was moved\n\n";
    expect(told()).toEqual([
      `Second: @ed, ${words}New dates: **Second** (#3) **Wed 11 Mar 2026**, **Third** (#5) **Fri 13 Mar 2026**, **Fourth** (#6) **Mon 16 Mar 2026** and 1 more step.`,
      `Judge: @law and @lea, ${words}New date: **Judge** (#4) **Thu 12 Mar 2026**.`,
    ]);
    expect(run.said(1)).toHaveLength(1);
    run.settle("2026-03-03T08:00:00Z");
    expect(told()).toHaveLength(2);
  });

  test("does not tell whoever moved it", () => {
    happens(run, () => run.comment(1, "lea", "/move 2026-03-09 the fair was moved"));
    expect(told()[1]).toMatch(/^Judge: @law, lea has moved/);
  });

  test("twice before the bot looks is told as one", () => {
    happens(run, () => {
      run.comment(1, "stan", "/move 2026-03-09 the fair was moved");
      run.comment(1, "stan", "/move 2026-03-16 once more");
    });
    expect(told()).toHaveLength(2);
    expect(told()[0]).toContain("to **Monday 16 March 2026**:\n\n> once more");
  });

  test("there and back before the bot looks is not worth a word", () => {
    happens(run, () => {
      run.comment(1, "stan", "/move 2026-03-09 the fair was moved");
      run.comment(1, "stan", "/move 2026-03-02 it was not");
    });
    expect(told()).toEqual([]);
  });

  test("and is taken back tells those who had heard of it", () => {
    happens(run, () => run.comment(1, "stan", "/move 2026-03-09 the fair was moved"));
    happens(run, () => run.comment(1, "stan", "/undo"));
    expect(told().slice(1, 2)).toEqual([
      "Second: @ed, stan has taken that back. Date now: **Second** (#3) **Wed 4 Mar 2026**.",
    ]);
    expect(run.said(1)[0]).not.toContain("departure");
  });

  test("is not moved to a year that nobody means", () => {
    happens(run, () => run.comment(1, "stan", "/move 9999-12-31 we have time"));
    expect(run.said(1).at(-1)).toBe(
      "@stan: Friday 31 December 9999 is too far away to be meant. Please look at the year.",
    );
  });

  test("leaves the dates of what is over as they were", () => {
    happens(run, () => run.comment(1, "stan", "/move 2026-03-09 the fair was moved"));
    expect(run.said(1)[0]).toContain("| #2 First | ann | Tue 3 Mar 2026 | ✓ done Mon 2 Mar |");
  });
});
