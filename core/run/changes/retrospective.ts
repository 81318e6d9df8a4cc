import type { CivilDate } from "../../calendar/index.ts";
import {
  collectedFigures,
  isNotApproved,
  measureFrameOf,
  measureRun,
  type RunFigures,
  type RunRecord,
} from "../../metrics/index.ts";
import { ours, text } from "../../text/index.ts";
import { firstThatFits } from "../first-that-fits.ts";
import { readEnds, writeEnds } from "../record/ends-marker.ts";
import { recordOfRun } from "../record/record-of-run.ts";
import { saidWith, sayOnce } from "../said.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Change } from "./change.ts";
import { sayMessage } from "./messages.ts";

/** So many departures of one cause are told, fewer until the comment fits. */
const mostLines: readonly number[] = [1000, 50, 20, 5, 0];

/**
 * What a run that has been completed leaves behind: how it went against its plan, a few questions to those who took
 * part, and hidden in it when each step ended. A run that ends once more has it brought up to date, with a word what was done
 * since. A run that was cancelled leaves none.
 */
export function retrospectiveChanges(facts: StatusFacts): Change[] {
  const { state, observed, handbook } = facts;
  if (state.outcome !== "completed") return [];
  const record = recordOfRun(facts);
  const frame = measureFrameOf(handbook.handbook, facts.now);
  const metrics = measureRun(record, frame);
  const endedOn = frame.dateOf(record.endedAt ?? facts.now);
  const told = wordsOf(record, metrics, facts);
  const written = mostLines.map((most) => () => {
    const words = text.retrospective.whole({ ...told, endedOn, mostLines: most });
    return sayOnce("retrospective", ours(`${words.text}\n\n${writeEnds(record)}`));
  });
  const body = firstThatFits(written, (comment) => comment);
  const first = saidWith("retrospective", observed.run);
  if (!first) return [{ kind: "post-comment", issue: observed.run.number, body }];
  if (first.body === body) return [];
  const url = `${observed.run.url}#issuecomment-${first.number}`;
  const before = readEnds(first.body);
  // The word comes first: once the record is up to date, nobody can tell any more that it was another.
  return [
    ...endedAgain(before, record, { endedOn, url }, facts),
    { kind: "edit-comment", comment: first.id, body },
  ];
}

/** A word that a run has ended once more, and which of its steps were done since; nothing when none was. */
function endedAgain(
  ends: ReadonlyMap<string, string>,
  now: RunRecord,
  words: { readonly endedOn: CivilDate; readonly url: string },
  { observed }: StatusFacts,
): Change[] {
  const done = now.tasks.filter(({ step, endedAt }) => endedAt !== undefined && ends.get(step) !== endedAt);
  if (done.length === 0) return [];
  const key = `ended again ${done.map(({ step, endedAt }) => `${step} ${endedAt}`).join(" ")}`;
  const titles = done.map(({ title }) => title);
  return sayMessage({ issue: observed.run, key, words: text.retrospective.again({ ...words, titles }) });
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
    title: definition.title,
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
