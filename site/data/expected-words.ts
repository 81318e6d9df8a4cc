import { expectedInstead, type RunRecord, type TaskRecord } from "../../core/metrics/index.ts";
import { siteText } from "../../core/text/index.ts";
import type { Site } from "./site.ts";

/** When a task at risk is expected, in words; nothing for every other. */
export function expectedWords(task: TaskRecord, run: RunRecord, { today }: Site): string | undefined {
  const expected = expectedInstead(task, run, today);
  return expected && siteText.calendar.expected(expected);
}
