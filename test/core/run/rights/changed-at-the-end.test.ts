import { describe, expect, test } from "vitest";
import type { SimulatedRun } from "../simulated-run.ts";
import { happens, smallHandbook, smallRun, writes as write } from "../small-handbook.ts";

const draft = "id: draft, title: Draft, role: author, due: +1d";
const judge = (approvers: string) =>
  `id: judge, title: Judge, kind: approval, approvers: [${approvers}], approves: draft, due: +8d`;
const last = "id: last, title: Last, role: author, due: +13d";

/** A run in which ed has agreed to the draft. */
function agreed(steps: readonly string[]): SimulatedRun {
  const run = smallRun(smallHandbook(steps), { permissions: { stan: "write", ann: "write", ed: "write" } });
  happens(run, () => run.close(2, "ann"));
  write(run, "Judge", "ed", "/approve");
  return run;
}

/** Something happens a minute later, and the bot does not look yet. */
function unseen(run: SimulatedRun, happening: () => void): void {
  run.now = new Date(Date.parse(run.now) + 60_000).toISOString();
  happening();
}
const change = (run: SimulatedRun, words: string) =>
  unseen(run, () => run.edit(2, "ann", `${run.step("Draft").body}\n\n${words}`));

describe("an approved text that is changed", () => {
  const ends: Readonly<Record<string, (run: SimulatedRun) => void>> = {
    "by hand": (run) => run.close(run.step("Last").number, "ann"),
    "with a command": (run) => run.comment(run.step("Last").number, "ann", "/done"),
  };
  test.each(Object.entries(ends))(
    "right before the run ends %s is judged again before the bot has looked at either",
    (_how, end) => {
      const run = agreed([draft, judge("editor"), last]);
      change(run, "Twice the price.");
      unseen(run, () => end(run));
      run.settle("2026-03-02T12:00:00Z");
      expect(run.step("Judge").state).toBe("open");
      expect(run.observed.run.state).toBe("open");
      expect(run.said(3).at(-1)).toContain("ann has changed the text of **Draft**");
      write(run, "Judge", "ed", "/approve");
      expect(run.observed.run.state).toBe("closed");
    },
  );

  test("and changed once more after the end, is judged again too", () => {
    const run = agreed([draft, judge("editor"), last]);
    change(run, "Twice the price.");
    unseen(run, () => run.close(run.step("Last").number, "ann"));
    change(run, "A comma.");
    run.settle("2026-03-02T12:00:00Z");
    expect(run.step("Judge").state).toBe("open");
  });

  test("before the last approver agrees to it, is asked for again of those who agreed before, and of them alone", () => {
    const run = agreed([draft, judge("editor, lawyer")]);
    change(run, "Twice the price.");
    unseen(run, () => run.comment(run.step("Judge").number, "law", "/approve"));
    run.settle("2026-03-02T12:00:00Z");
    expect(run.step("Judge").state).toBe("open");
    write(run, "Judge", "ed", "/approve");
    expect(run.step("Judge").state).toBe("closed");
  });

  test("after a run was over stands as it was given", () => {
    const run = agreed([draft, judge("editor")]);
    expect(run.observed.run.state).toBe("closed");
    change(run, "Twice the price.");
    run.settle("2026-03-02T12:00:00Z");
    expect(run.step("Judge").state).toBe("closed");
  });
});
