import {
  collectedFigures,
  isNotApproved,
  measureFrameOf,
  measureRun,
  type RunFigures,
  type RunRecord,
} from "../../metrics/index.ts";
import type { RetrospectiveFacts } from "../../text/index.ts";
import type { StatusFacts } from "../status-comment.ts";
import { recordOfRun } from "./record-of-run.ts";

/** How a run that has been completed went against its plan: what its retrospective is written from. */
export function retrospectiveFacts(facts: StatusFacts): RetrospectiveFacts {
  const record = recordOfRun(facts);
  const frame = measureFrameOf(facts.handbook.handbook, facts.now);
  const endedOn = frame.dateOf(record.endedAt ?? facts.now);
  return { ...wordsOf(record, measureRun(record, frame), facts), endedOn };
}

function wordsOf(
  record: RunRecord,
  metrics: RunFigures,
  { definition, state, observed, handbook }: StatusFacts,
) {
  const titleOf = (step: string | null) =>
    state.tasks.find((task) => task.step === step)?.title ?? definition.title;
  const plannedFor = new Map(record.tasks.map(({ step, baselineDueDate }) => [step, baselineDueDate]));
  const statusOf = new Map(record.tasks.map(({ step, status }) => [step, status]));
  return {
    people: [
      ...new Set(
        record.tasks.filter(({ status }) => status === "done").flatMap(({ assignees }) => assignees),
      ),
    ],
    onTime: metrics.onTime,
    plannedLeadTime: metrics.plannedLeadTime,
    leadTime: metrics.leadTime,
    rows: metrics.tasks.map((task) => ({
      title: task.title,
      agreedFor: task.agreedDate,
      plannedFor: plannedFor.get(task.step) ?? task.agreedDate,
      endedOn: task.endedOn,
      slipBusinessDays: task.slipBusinessDays,
      wasSkipped: statusOf.get(task.step) === "skipped",
      isNotApproved: record.tasks.some((other) => other.step === task.step && isNotApproved(other)),
    })),
    causes: [...metrics.causes].map(([cause, records]) => ({
      cause,
      lines: records.map((entry) => ({ ...entry, title: titleOf(entry.step) })),
    })),
    collected: record.tasks.flatMap(({ title, collected = [] }) =>
      collected.map(({ label, type, value }) => ({ title, label, type, value })),
    ),
    sums: collectedFigures([record]).map(({ label, unit, total }) => ({ label, unit, total })),
    reactions: metrics.tasks.flatMap(({ title, respond }) =>
      respond?.hasReacted ? [{ title, minutes: respond.minutes, targetMinutes: respond.targetMinutes }] : [],
    ),
    changeUrl: `${observed.repository.url}/edit/${observed.repository.defaultBranch}/${handbook.root}/${definition.path}`,
  };
}
