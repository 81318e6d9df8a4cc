import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { planBasisOf } from "../../../core/holidays/index.ts";
import { type RunPlan, scheduleRun } from "../../../core/plan/index.ts";
import { date, handbookOf } from "../../builders.ts";
import { type AnyRun, planBothWays } from "./any-run.ts";

/*
 * Plans as they were before steps could be done for each item of a list, repeat themselves, stand in phases or wait across child
 * processes. A handbook that uses none of that is planned exactly as it was; the files are never made anew.
 */
const stored = join(import.meta.dirname, "../../cases/plans");
const handbookFiles = join(stored, "handbook");

const anchors = ["2026-12-18", "2027-03-31", "2028-02-29"].map(date);
const todays = ["2026-10-05", "2026-12-14"].map(date);

function lineOf(plan: RunPlan): string {
  const tasks = plan.tasks.map((task) =>
    [
      task.step,
      task.plannedStart,
      task.dueDate,
      task.insteadOf ?? "",
      task.slackBusinessDays,
      task.critical ? "critical" : "",
      task.conditional ? "conditional" : "",
      task.assignees.join("+"),
      task.dependsOn.join("+"),
    ].join(" "),
  );
  const warnings = plan.warnings.map(({ id, step }) => `${id} ${step ?? "run"}`);
  return [
    `${plan.process} ${plan.anchorDate} starts ${plan.startDate} takes ${plan.leadTimeBusinessDays} earliest ${plan.earliestAnchorDate}`,
    ...[...tasks, ...warnings].map((line) => `  ${line}`),
  ].join("\n");
}

test("the handbook of that day", async () => {
  const paths = readdirSync(handbookFiles, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:mdx|yml)$/.test(path))
    .sort();
  const files = new Map(paths.map((path) => [path, readFileSync(join(handbookFiles, path), "utf8")]));
  const handbook = handbookOf(files);
  const { config, processes } = handbook;
  expect(processes.size).toBe(20);
  const basis = planBasisOf(config, handbook);
  const plans = [...processes.values()].flatMap((definition) =>
    anchors.flatMap((anchorDate) =>
      todays.map((today) =>
        scheduleRun({
          ...basis,
          definition,
          anchorDate,
          today,
          answers: new Map(),
        }),
      ),
    ),
  );
  await expect(`${plans.map(lineOf).join("\n")}\n`).toMatchFileSnapshot(join(stored, "handbook.txt"));
});

/** Kept with the plans, since another version of the library may draw others from the same seed. */
const drawnFile = join(stored, "drawn.json");

test("processes of any order and dates", async () => {
  const runs = JSON.parse(readFileSync(drawnFile, "utf8")) as AnyRun[];
  expect(runs).toHaveLength(250);
  const plans = runs.map((run) => lineOf(planBothWays(run).plan));
  await expect(`${plans.join("\n")}\n`).toMatchFileSnapshot(join(stored, "drawn.txt"));
});
