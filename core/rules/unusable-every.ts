import { parseDue, parseQuantity, timesInWindow } from "../calendar/index.ts";
import { everyUnits, mostSteps } from "../definition/index.ts";
import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { isMisread } from "./support/misread.ts";

const anchor = "anchor: Launch day\n";

/** A step that is done again and again, in no window that says how often. */
export const unusableEvery: ProcessRule = {
  id: "unusable-every",
  scope: "process",
  severity: "error",
  purpose:
    "`every` stands beside a window such as `due: -8w..-1w`, counted in units that go into each other, with at most a hundred times in it.",
  why: "A step with `every` becomes one step for each time in its window. Without a window it would never end; and how many weeks there are in two months, or business days in a week, is another number each time, so nobody could say beforehand how many steps a run has.",
  examples: [
    {
      title: "No window",
      wrong: {
        process: `${anchor}steps:\n  - { id: post, title: Post it, role: author, due: -1w, every: 1w }`,
      },
      at: "1w }",
      right: {
        process: `${anchor}steps:\n  - { id: post, title: Post it, role: author, due: -8w..-1w, every: 1w }`,
      },
    },
    {
      title: "Weeks in months",
      wrong: {
        process: `${anchor}steps:\n  - { id: post, title: Post it, role: author, due: -2mo..0d, every: 1w }`,
      },
      at: "1w }",
      right: {
        process: `${anchor}steps:\n  - { id: post, title: Post it, role: author, due: -9w..0d, every: 1w }`,
      },
    },
    {
      title: "Every day of a year",
      wrong: {
        process: `${anchor}steps:\n  - { id: post, title: Post it, role: author, due: -365d..0d, every: 1d }`,
      },
      at: "1d }",
      right: {
        process: `${anchor}steps:\n  - { id: post, title: Post it, role: author, due: -365d..0d, every: 4w }`,
      },
    },
  ],
  check: (process) =>
    (process.draft.steps ?? []).flatMap(({ every, due }, index) => {
      const distance = every === undefined ? undefined : parseQuantity(every, everyUnits);
      if (!distance || isMisread(process, "steps", index, "due")) return [];
      const window = due === undefined ? undefined : parseDue(due);
      const message = reasonAgainst(window, distance, every ?? "", due);
      if (message === undefined) return [];
      return [{ ...process.frontMatter.positionOf(["steps", index, "every"]), message }];
    }),
};

function reasonAgainst(
  window: ReturnType<typeof parseDue>,
  distance: NonNullable<ReturnType<typeof parseQuantity>>,
  every: string,
  due: string | undefined,
): string | undefined {
  if (!window?.opens)
    return `${code(every)} has no window to be done in, expected a first and a last day as ${code("due")}; write it as ${code(`due: -8w..${due ?? "-1w"}`)}.`;
  const times = timesInWindow(window.opens, window.due, distance);
  if (times === undefined)
    return `${code(every)} cannot be counted in ${code(due)}, expected both in days and weeks, both in business days, or both in months; write them in one of these.`;
  if (times.length > mostSteps)
    return `${times.length >= 1000 ? "A thousand times or more" : `${times.length} times`}, expected at most ${mostSteps}, as many steps as a run can have; shorten the window, or do it more seldom.`;
  return undefined;
}
