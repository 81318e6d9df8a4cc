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
const told = () => run.said(1).slice(1);

describe("a run that moves", () => {
  test("tells everybody whose dates move, once each, in one comment", () => {
    happens(run, () => run.comment(1, "stan", "/move 2026-03-09 the fair was moved"));
    expect(told()).toEqual([
      `stan has moved the **start date** from Mon 2 Mar 2026 to **Monday 9 March 2026**:

> the fair was moved

These are the new due dates:

- @ed: **Second** (#3) Wed 11 Mar 2026, **Third** (#5) Fri 13 Mar 2026, **Fourth** (#6) Mon 16 Mar 2026 and 1 more step
- @law: **Judge** (#4) Thu 12 Mar 2026
- @lea: **Judge** (#4) Thu 12 Mar 2026`,
    ]);
    run.settle("2026-03-03T08:00:00Z");
    expect(told()).toHaveLength(1);
  });

  test("does not mention whoever moved it", () => {
    happens(run, () => run.comment(1, "lea", "/move 2026-03-09 the fair was moved"));
    expect(told()[0]).toContain("- lea: **Judge**");
  });

  test("twice before the bot looks is told as one", () => {
    happens(run, () => {
      run.comment(1, "stan", "/move 2026-03-09 the fair was moved");
      run.comment(1, "stan", "/move 2026-03-16 once more");
    });
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain("from Mon 2 Mar 2026 to **Monday 16 March 2026**:\n\n> once more");
  });

  test("there and back before the bot looks is not worth a word", () => {
    happens(run, () => {
      run.comment(1, "stan", "/move 2026-03-09 the fair was moved");
      run.comment(1, "stan", "/move 2026-03-02 it was not");
    });
    expect(told()).toEqual([]);
  });

  test("leaves the dates of what is over as they were", () => {
    happens(run, () => run.comment(1, "stan", "/move 2026-03-09 the fair was moved"));
    expect(run.said(1)[0]).toContain("| #2 First | ann | Tue 3 Mar 2026 | ✓ done Mon 2 Mar |");
  });
});
