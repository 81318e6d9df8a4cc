import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readHistory } from "../../scripts/histories/history.ts";
import { replay } from "../../scripts/histories/replay.ts";

const paths = globSync("test/cases/histories/*/*.json").sort();

test("there are runs of every released version", () => {
  expect(paths.length).toBeGreaterThanOrEqual(30);
});

test("they show every kind of step, and most of what can happen to a run", () => {
  const shown = new Set(paths.flatMap((path) => readHistory(readFileSync(path, "utf8")).shows));
  expect([...shown]).toEqual(
    expect.arrayContaining([
      ...["task", "approval", "decision", "process"].map((kind) => `step ${kind}`),
      ...["go", "closed", "reopened", "approved", "changes", "decided", "skipped"].map(
        (kind) => `entry ${kind}`,
      ),
      ...["due", "moved", "added", "handed", "cancelled"].map((kind) => `entry ${kind}`),
    ]),
  );
});

test.each(paths)("%s is understood as the version understood it that left it so", (path) => {
  expect(replay(readHistory(readFileSync(path, "utf8")))).toEqual([]);
});
