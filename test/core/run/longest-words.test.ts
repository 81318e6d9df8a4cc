import { describe, expect, test } from "vitest";
import { ledgerOf } from "../../../core/run/ledger/ledger-of.ts";
import { differentWords } from "./different-words.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const permissions = { stan: "write", ann: "write", ed: "write", zoe: "write" } as const;

/** A run whose draft is done as far as the step that a command is for. */
function begin(done: readonly string[]) {
  const run = smallRun(
    smallHandbook([
      "id: draft, title: Draft, role: author, due: +1d",
      "id: judge, title: Judge, kind: approval, approvers: [editor], due: +2d",
      "id: route, title: Route, kind: decision, options: [yes, no], role: author, due: +3d",
      "id: last, title: Last, role: author, when: { route: yes }, due: +8d",
    ]),
    { permissions },
  );
  if (done.includes("Draft")) happens(run, () => run.close(2, "ann"));
  if (done.includes("Judge")) happens(run, () => run.comment(3, "ed", "/approve"));
  return run;
}

describe("the longest that GitHub takes behind a command and below it", () => {
  const longest = (length: number) => `${differentWords(1, length)}\n${differentWords(2, 20_000)}`;

  test.each([
    ["/done", "Draft", "ann", [], "closed"],
    ["/skip", "Draft", "ann", [], "skipped"],
    ["/due 2026-03-20", "Draft", "ann", [], "due"],
    ["/hand-to @zoe", "Draft", "ann", [], "handed"],
    ["/changes", "Judge", "ed", ["Draft"], "changes"],
    ["/hand-to @zoe for @ed", "Judge", "lea", ["Draft"], "handed"],
    ['/add "Ask the printer" @zoe 2026-03-10', "", "stan", [], "added"],
    ["/move 2026-03-10", "", "stan", [], "moved"],
    ["/cancel", "", "stan", [], "cancelled"],
  ] as const)("%s is taken in, and cut where it has to be", (command, on, who, done, kind) => {
    for (const length of [20, 990, 1_000, 20_000]) {
      const run = begin(done);
      const issue = on === "" ? 1 : run.step(on).number;
      happens(run, () => run.comment(issue, who, `${command} ${longest(length)}`));
      expect(ledgerOf(run.observed)?.entries.at(-1)?.kind).toBe(kind);
    }
  });

  test.each(["not-planned", "completed"] as const)("as the reason of what is closed by hand as %s", (how) => {
    const run = begin([]);
    run.comment(2, "ann", differentWords(1, 60_000));
    happens(run, () => run.close(2, "ann", how));
    expect(run.step("Draft").state).toBe("closed");
  });
});

test("98 notes of 2,000 characters for whoever is next leave room for the end", () => {
  const steps = Array.from(
    { length: 98 },
    (_, index) => `id: step-${index}, title: Step ${index} of it, role: author, after: [], due: +${index}d`,
  );
  const run = smallRun(smallHandbook(steps));
  for (const [index] of steps.entries()) {
    run.now = new Date(Date.parse(run.now) + 60_000).toISOString();
    const note = `${differentWords(2 * index, 1000)}\n${differentWords(2 * index + 1, 1000)}`;
    run.comment(run.step(`Step ${index} `).number, "ann", `/done ${note}`);
    if (index % 20 === 0) run.settle();
  }
  run.settle();
  expect(run.observed.run.state).toBe("closed");
  const notes = ledgerOf(run.observed)?.entries.flatMap((entry) =>
    entry.kind === "closed" ? [entry.note ?? ""] : [],
  );
  expect(notes).toHaveLength(98);
  expect(notes?.every((note) => note.endsWith("…"))).toBe(true);
});
