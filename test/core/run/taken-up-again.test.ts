import { expect, test } from "vitest";
import { ledgerOf } from "../../../core/run/index.ts";
import { RunsBeside } from "./runs-beside.ts";

const states = (runs: RunsBeside) => new Set(runs.issues().map(({ state }) => state));

test.each<[string, (runs: RunsBeside) => void]>([
  ["its issue is opened again", (runs) => runs.reopen("", "stan")],
  ["the command is taken back", (runs) => runs.comment("", "stan", "/undo")],
])("the runs inside a cancelled run go on with it when %s", (_how, act) => {
  const runs = new RunsBeside();
  runs.pass(1);
  runs.comment("", "stan", "/cancel the client is gone");
  runs.settle();
  expect(states(runs)).toEqual(new Set(["closed"]));
  runs.pass(1);
  act(runs);
  runs.settle();
  expect(states(runs)).toEqual(new Set(["open"]));
  for (const run of runs.inside.values())
    expect(ledgerOf(run.observed)?.entries.map(({ kind }) => kind)).toEqual(["cancelled", "resumed"]);
  expect(runs.decide()).toEqual([]);
});

test.each([0, 1])("a run inside a cancelled one that is opened %i hours later ends again", (hours) => {
  const runs = new RunsBeside();
  runs.comment("", "stan", "/cancel the client is gone");
  runs.settle();
  runs.pass(hours);
  runs.reopen("Article", "stan");
  runs.settle();
  expect(states(runs)).toEqual(new Set(["closed"]));
  const told = runs.above
    .said(runs.issue("Article").number)
    .filter((said) => said.includes("has been cancelled"));
  // In the second in which the run was cancelled nobody can tell whether it was opened before or after that.
  expect(told).toHaveLength(hours === 0 ? 0 : 1);
  expect(runs.decide()).toEqual([]);
});

test.each([0, 1])(
  "a run inside that is cancelled by itself %i hours after all was taken up again is left out",
  (hours) => {
    const runs = new RunsBeside();
    runs.comment("", "stan", "/cancel the client is gone");
    runs.settle();
    runs.pass(1);
    runs.reopen("", "stan");
    runs.settle();
    runs.pass(hours);
    runs.comment("Article", "stan", "/cancel we do without it");
    runs.settle();
    expect(ledgerOf(runs.above.observed)?.entries.map(({ kind }) => kind)).toEqual([
      "cancelled",
      "resumed",
      "skipped",
    ]);
    expect(runs.decide()).toEqual([]);
  },
);
