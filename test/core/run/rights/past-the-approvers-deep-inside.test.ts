import { describe, expect, test } from "vitest";
import { NestedRuns } from "../nested-runs.ts";

const permissions = { stan: "write", ann: "write", zoe: "write", dora: "write", lea: "write" } as const;
const inside = (depth: number) =>
  `id: inside, title: Inside, kind: process, process: inside-${depth}, role: author, due: 0d`;
const judge = "id: judge, title: Judge, kind: approval, approvers: [editor], approves: inside, due: +4d";
const last = "id: last, title: Last, role: author, due: +9d";
const draft = { steps: ["id: draft, title: Draft, role: lawyer, due: -3d"] };

/** Runs in one another, the last of them so deep, whose draft is what the run at the top approves. */
const nested = (depth: number) =>
  new NestedRuns(
    [
      { steps: [inside(1), judge, last] },
      ...Array.from({ length: depth - 1 }, (_, index) => ({ steps: [inside(index + 2)] })),
      draft,
    ],
    { permissions },
  );

/** Whether dora, who stands in for lea, gets past the approval at the top once all below it is over. */
function doraSkips(runs: NestedRuns): boolean {
  runs.write(runs.runs.length - 1, "Draft", "lea", "/done");
  expect(runs.at(0).step("Inside").state).toBe("closed");
  runs.write(0, "Judge", "dora", "/skip it takes too long");
  return runs.at(0).step("Judge").state === "closed";
}

describe.each([1, 2, 3])("in a run %i below the top", (depth) => {
  test.each([
    ["hands judged work to whoever answers for the approval", []],
    ["does so until it is taken back", ["/undo"]],
  ])("whoever %s does not answer for it instead", (_how, then) => {
    const tries = ["dora", "stan"].map((who) => {
      const runs = nested(depth);
      runs.write(depth, "Draft", who, "/hand-to @lea she knows the case");
      for (const words of then) runs.write(depth, "Draft", who, words);
      return doraSkips(runs);
    });
    expect(tries).toEqual([false, true]);
  });

  test("whoever adds work there for them does not either", () => {
    const tries = ["dora", "stan"].map((who) => {
      const runs = nested(depth);
      runs.write(depth, "", who, '/add "One more" @lea 2026-05-20 it was forgotten');
      runs.write(depth, "One more", "lea", "/done");
      return doraSkips(runs);
    });
    expect(tries).toEqual([false, true]);
  });

  test("whoever names them in the start form of the run at the top does not either", () => {
    const field = ["ask:", "  - { id: who, label: Who writes, type: person }"];
    const ask = ["ask:", "  - { id: who, label: Who writes, type: person, role: lawyer }"];
    const tries = ["dora", "stan"].map((startedBy) => {
      const runs = new NestedRuns(
        [
          { steps: [inside(1), judge, last], head: field },
          ...Array.from({ length: depth - 1 }, (_, index) => ({ steps: [inside(index + 2)], head: field })),
          { ...draft, head: ask },
        ],
        { permissions, answers: { who: "lea" }, startedBy },
      );
      expect(runs.at(depth).step("Draft").assignees).toEqual(["lea"]);
      return doraSkips(runs);
    });
    expect(tries).toEqual([false, true]);
  });
});
