import type { ProcessSummary, StepSummary } from "../../core/metrics/index.ts";
import { count, joinMarkdown, type Markdown, md, table } from "../../core/text/index.ts";

/** How the runs of each process went, as Markdown for a person; a friendly line when there are none. */
export function runsAsMarkdown(
  summaries: readonly ProcessSummary[],
  titleOf: (process: string) => string,
): string {
  if (summaries.length === 0) return "No runs yet. Start one from the page of a process.\n";
  return `${
    joinMarkdown(
      summaries.map((summary) => section(summary, titleOf(summary.process))),
      "\n\n",
    ).text
  }\n`;
}

function section(summary: ProcessSummary, title: string): Markdown {
  const counts = [
    count(summary.completed, "run finished", "runs finished"),
    `${summary.running} running`,
    ...(summary.cancelled > 0 ? [`${summary.cancelled} cancelled`] : []),
  ];
  const share =
    summary.onTimeShare === undefined
      ? ""
      : `${Math.round(summary.onTimeShare * 100)} % of the steps were on time.`;
  const lead =
    summary.medianLeadTimeBusinessDays === undefined
      ? ""
      : `Half of the runs took at most ${count(summary.medianLeadTimeBusinessDays, "business day")}.`;
  const late = summary.steps.toSorted((a, b) => b.medianSlipBusinessDays - a.medianSlipBusinessDays);
  const steps =
    late.length === 0
      ? md``
      : table(
          ["Step", "Runs", "Half were done by", "Four in five were done by", "Took, once it was their turn"],
          late.map(rowOf),
        );
  return joinMarkdown(
    [
      md`## ${title}`,
      md`${[`${counts.join(", ")}.`, share, lead].filter((sentence) => sentence !== "").join(" ")}`,
      steps,
    ],
    "\n\n",
  );
}

function rowOf(step: StepSummary): Markdown[] {
  return [
    md`${step.title}`,
    md`${step.runs}`,
    md`${slip(step.medianSlipBusinessDays)}`,
    md`${slip(step.slipOfFourInFiveBusinessDays)}`,
    step.medianCycleTimeBusinessDays === undefined
      ? md``
      : md`${count(step.medianCycleTimeBusinessDays, "business day")}`,
  ];
}

function slip(days: number): string {
  if (days === 0) return "on the day";
  return days > 0 ? `${count(days, "business day")} late` : `${count(-days, "business day")} early`;
}
