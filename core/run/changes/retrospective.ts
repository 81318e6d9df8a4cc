import type { CivilDate } from "../../calendar/index.ts";
import { civilToday } from "../../calendar/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import { measureRun, type RunMetrics, type RunRecord } from "../../metrics/index.ts";
import { ours, text } from "../../text/index.ts";
import { readMarker, writeMarker } from "../marker.ts";
import { recordOfRun } from "../record-of-run.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Message } from "./messages.ts";

/**
 * What a run that has been completed leaves behind: how it went against its plan, a few questions to those who took
 * part, and the record of the run as data. A run that was cancelled leaves none.
 */
export function retrospectiveOf(facts: StatusFacts): Message[] {
  const { state, observed, handbook } = facts;
  if (state.outcome !== "completed") return [];
  const { config } = handbook.handbook;
  const record = recordOfRun(facts);
  const dateOf = (instant: string): CivilDate => civilToday(instant, config.timeZone);
  const metrics = measureRun(record, { calendar: workCalendarOf(config), dateOf });
  const written = wordsOf(record, metrics, facts);
  const words = text.retrospective.whole({
    ...written,
    people: hasLookedBack(facts) ? [] : written.people,
    endedOn: dateOf(record.endedAt ?? facts.now),
  });
  // One for each time the run comes to its end: it may be opened again.
  const key = `retrospective ${record.endedAt}`;
  return [{ issue: observed.run, key, words: ours(`${words.text}\n\n${writeMarker("record", record)}`) }];
}

/** Whether a retrospective was posted before: whoever took part has been asked then, and is not mentioned again. */
function hasLookedBack({ observed }: StatusFacts): boolean {
  return observed.run.comments.some(({ isOurs, body }) => isOurs && readMarker("record", body) !== undefined);
}

function wordsOf(
  record: RunRecord,
  metrics: RunMetrics,
  { definition, state, observed, handbook }: StatusFacts,
) {
  const titleOf = (step: string | null) =>
    state.tasks.find((task) => task.step === step)?.title ?? definition.title;
  const slips = metrics.tasks.flatMap(({ slipBusinessDays }) => slipBusinessDays ?? []);
  const statusOf = new Map(record.tasks.map(({ step, status }) => [step, status]));
  return {
    title: definition.title,
    people: [
      ...new Set(
        record.tasks.filter(({ status }) => status === "done").flatMap(({ assignees }) => assignees),
      ),
    ],
    onTimeShare: metrics.onTimeShare,
    onTime: slips.filter((slip) => slip <= 0).length,
    ended: slips.length,
    plannedLeadTime: metrics.plannedLeadTimeBusinessDays,
    leadTime: metrics.leadTimeBusinessDays,
    rows: metrics.tasks.map((task) => ({
      title: task.title,
      plannedFor: task.baselineDueDate,
      endedOn: task.endedOn,
      slipBusinessDays: task.slipBusinessDays,
      wasSkipped: statusOf.get(task.step) === "skipped",
    })),
    causes: [...metrics.causes].map(([cause, deviations]) => ({
      cause,
      lines: deviations.map(({ step, by, reason }) => ({ title: titleOf(step), by, reason })),
    })),
    changeUrl: `${observed.repository.url}/edit/${observed.repository.defaultBranch}/${handbook.root}/${definition.path}`,
  };
}
