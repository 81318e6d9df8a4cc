import { expect, test } from "vitest";
import { parseCommands } from "../../../core/run/commands/parse-commands.ts";
import { rightsTables } from "../../../site/data/rights-page.ts";

const row = (id: string, act: string) =>
  rightsTables()
    .find((table) => table.id === id)
    ?.rows.filter(({ acts }) => acts.includes(act));

test("the guide says of every thing what can be done to it, from the table that the bot uses", () => {
  expect(rightsTables().map(({ title }) => title)).toEqual([
    "An issue that waits for its run to begin",
    "A run",
    "A run inside another one, with an approval in it that still waits",
    "A task · A step that is a run of its own",
    "A task in which a value is entered that an approval hangs on",
    "A step that is a run of its own, with an approval in it that still waits",
    "An approval",
    "A decision",
    "A decision that an approval hangs on",
    "A checkpoint",
  ]);
});

test.each([
  ["on-approval", "`/approve`", ["the named approvers; not of their own work"]],
  [
    "on-approval",
    "`/skip`",
    [
      "whoever answers for it; not of their own work; with `approvals: locked`, as it is where nothing is said",
      "whoever has the step, whoever answers for it, whoever started the run, whoever may write to the repository; with `approvals: open`",
    ],
  ],
  [
    "on-gate-decision",
    "`/skip`",
    [
      "whoever answers for it; not of their own work; with `approvals: locked`, as it is where nothing is said",
      "whoever has the step, whoever answers for it, whoever started the run, whoever may write to the repository; with `approvals: open`",
    ],
  ],
  [
    "on-gate-run",
    "`/cancel`",
    [
      "whoever answers for it; not of their own work; with `approvals: locked`, as it is where nothing is said",
      "whoever started the run, whoever answers for it, whoever may write to the repository; with `approvals: open`",
    ],
  ],
  [
    "on-gate-task",
    "`/done`",
    [
      "whoever has the step, whoever answers for it; with `approvals: locked`, as it is where nothing is said",
      "whoever has the step, whoever answers for it, whoever started the run, whoever may write to the repository; with `approvals: open`",
    ],
  ],
  ["on-start", "`/go`", ["the team"]],
  ["on-run", "`/status`", ["the team and everybody with a part in the run"]],
  ["on-task", "close it as a duplicate", []],
])("%s, %s: %s", (id, act, who) => {
  expect(row(id, act)?.map((found) => found.who)).toEqual(who);
});

test("what stands there as a command is one", () => {
  const acts = new Set(rightsTables().flatMap(({ rows }) => rows.flatMap((found) => found.acts)));
  const written = [...acts].flatMap((act) => /^`(.*)`$/.exec(act)?.[1] ?? []);
  expect(written.filter((line) => parseCommands(line).commands[0]?.name == null)).toEqual([]);
});
