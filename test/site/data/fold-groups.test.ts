import { expect, test } from "vitest";
import { foldGroups } from "../../../site/data/fold-groups.ts";
import type { RunLine } from "../../../site/data/past-runs.ts";

const groupsOf = (sizes: readonly number[]) =>
  sizes.map((total, group) => ({
    title: String(group),
    href: "",
    runs: Array.from({ length: total }, (_none, index) => ({ title: `${group}.${index}` }) as RunLine),
  }));
const titles = (groups: ReturnType<typeof foldGroups>["first"]) =>
  groups.map(({ runs }) => runs.map(({ title }) => title).join(" "));

test.each([
  ["nothing", [], [], []],
  ["one group of a few", [4], ["0.0 0.1 0.2 0.3"], []],
  ["one group of many", [7], ["0.0 0.1 0.2 0.3"], ["0.4 0.5 0.6"]],
  ["many beside one, which is not hidden behind them", [6, 1], ["0.0 0.1 0.2", "1.0"], ["0.3 0.4 0.5"]],
  ["many groups of one", [1, 1, 1, 1, 1, 1, 1], ["0.0", "1.0", "2.0", "3.0"], ["4.0", "5.0", "6.0"]],
] as const)("folds %s", (_what, sizes, first, rest) => {
  const folded = foldGroups(groupsOf(sizes), 4);
  expect([titles(folded.first), titles(folded.rest)]).toEqual([first, rest]);
  for (const { title, total } of [...folded.first, ...folded.rest]) expect(total).toBe(sizes[Number(title)]);
});
