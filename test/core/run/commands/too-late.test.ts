import { expect, test } from "vitest";
import { isFromEarlier } from "../../../../core/run/commands/not-its-turn.ts";
import { text } from "../../../../core/text/index.ts";
import { happens, smallHandbook, smallRun } from "../small-handbook.ts";

const at = "2026-11-10T09:00:00Z";
const before = "2026-11-09T09:00:00Z";
const after = "2026-11-11T09:00:00Z";

test.each<readonly [string, object, boolean]>([
  ["whose turn never came", {}, false],
  ["whose turn came before", { readyAt: before }, false],
  ["whose turn came then", { readyAt: at }, false],
  ["whose turn came after", { readyAt: after }, true],
  ["that was opened again before", { readyAt: before, openedAgainAt: before }, false],
  ["that was opened again after", { readyAt: before, openedAgainAt: after }, true],
])("a word on a step %s is from earlier: %s", (_what, task, isEarlier) => {
  expect(isFromEarlier({ task: task as never, at })).toBe(isEarlier);
});

const begin = () => {
  const run = smallRun(
    smallHandbook([
      "id: draft, title: Draft, role: author, due: +1d",
      "id: judge, title: Judge, kind: approval, approvers: [editor, lawyer], approves: draft, due: +8d",
    ]),
  );
  happens(run, () => run.close(2, "ann"));
  return run;
};

test("who has approved hears that they have, and their word counts once", () => {
  const run = begin();
  for (const _ of [1, 2]) happens(run, () => run.comment(3, "ed", "/approve"));
  expect(run.said(3).join("\n")).toContain(text.run.approvedAlready("Judge").text);
  expect(run.step("Judge").state).toBe("open");
});

test("a step that is over is not left out any more", () => {
  const run = begin();
  happens(run, () => run.comment(2, "stan", "/skip nobody needs it"));
  expect(run.said(2).join("\n")).toContain(text.run.alreadyOver("Draft").text);
  expect(run.said(1)[0]).not.toContain("skipped");
});
