import { readFileSync } from "node:fs";
import type { RunsFile } from "../../core/metrics/index.ts";
import { date, handbookOf } from "../builders.ts";
import { recordOf } from "../core/learning/histories.ts";
import { manyRuns } from "../site/many-runs.ts";
import { showcaseHandbook } from "../site/showcase-handbook.ts";

/** The sample runs, twenty that go on, and of the fair enough that are over to draw how long its steps take. */
export function showcaseRuns(): RunsFile {
  const sample = JSON.parse(readFileSync("test/site/cases/runs.json", "utf8")) as RunsFile;
  const handbook = handbookOf(showcaseHandbook());
  const fair = handbook.processes.get("fair");
  if (!fair) throw new Error("The showcase has no fair.");
  const over = Array.from({ length: 6 }, (_, index) => ({
    ...recordOf(fair, {
      number: 900 + index,
      startedOn: "2025-11-03",
      anchorDate: "2026-03-02",
      days: (_step, given) => given + 2,
    }),
    revision: (index < 3 ? "a" : "b").repeat(40),
  }));
  return { ...sample, runs: [...sample.runs, ...manyRuns(handbook, date("2026-11-23")).runs, ...over] };
}
