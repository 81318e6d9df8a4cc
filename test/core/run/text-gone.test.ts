import { expect, test } from "vitest";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const handbook = smallHandbook([
  "id: draft, title: Draft, role: author, due: +1d",
  "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
  "id: last, title: Last, role: author, due: +13d",
]);

/** A run whose commit is not in the repository any more, while another text is the newest. */
const vanished = () => {
  const run = smallRun(handbook);
  const pinned = run.handbook;
  const other = smallHandbook([
    "id: draft, title: Draft, role: author, due: +1d",
    "id: last, title: Last, role: author, due: +13d",
  ]);
  run.handbook = { ...pinned, handbook: { ...pinned.handbook, processes: new Map() }, newest: other };
  return { run, pinned };
};

test("a run whose text is gone says so once, stands still, and follows no other text", () => {
  const { run } = vanished();
  happens(run, () => run.close(2, "ann"));
  expect(run.said(1).at(-1)).toMatchSnapshot();
  const { length } = run.said(1);
  for (const words of ["/upgrade", "/go", "/status"]) happens(run, () => run.comment(1, "lea", words));
  happens(run, () => run.comment(3, "ed", "/approve"));
  expect(run.said(1)).toHaveLength(length);
  expect(run.step("Judge").state).toBe("open");
});

test("it goes on where it stopped when the text is back, with what happened meanwhile", () => {
  const { run, pinned } = vanished();
  happens(run, () => run.close(2, "ann"));
  happens(run, () => run.comment(3, "ed", "/approve"));
  run.handbook = pinned;
  run.settle();
  expect(run.step("Judge").state).toBe("closed");
  expect(run.decide()).toEqual([]);
});

test("one that is over says nothing", () => {
  const { run } = vanished();
  const before = run.said(1).length;
  run.update(1, (issue) => ({ ...issue, state: "closed" }));
  run.settle();
  expect(run.said(1)).toHaveLength(before);
});
