import type { CivilDate } from "../../calendar/index.ts";
import { civilToday } from "../../calendar/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import { measureRun, type RunFigures, type RunRecord } from "../../metrics/index.ts";
import { ours, text } from "../../text/index.ts";
import { readMarker, writeMarker } from "../notes/index.ts";
import { recordOfRun } from "../record/record-of-run.ts";
import { sayOnce } from "../said.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Change } from "./change.ts";
import { sayMessage } from "./messages.ts";

/**
 * What a run that has been completed leaves behind: how it went against its plan, a few questions to those who took
 * part, and the record of the run as data. A run that ends once more has it brought up to date, with a word what was done
 * since. A run that was cancelled leaves none.
 */
export function retrospectiveChanges(facts: StatusFacts): Change[] {
  const { state, observed, handbook } = facts;
  if (state.outcome !== "completed") return [];
  const { config } = handbook.handbook;
  const record = recordOfRun(facts);
  const dateOf = (instant: string): CivilDate => civilToday(instant, config.timeZone);
  const metrics = measureRun(record, { calendar: workCalendarOf(config), dateOf, today: state.today });
  const endedOn = dateOf(record.endedAt ?? facts.now);
  const words = text.retrospective.whole({ ...wordsOf(record, metrics, facts), endedOn });
  const body = sayOnce("retrospective", ours(`${words.text}\n\n${writeMarker("record", record)}`));
  const first = observed.run.comments.find(
    (comment) => comment.isOurs && readMarker("record", comment.body) !== undefined,
  );
  if (!first) return [{ kind: "post-comment", issue: observed.run.number, body }];
  if (first.body === body) return [];
  const url = `${observed.run.url}#issuecomment-${first.number}`;
  const before = readMarker("record", first.body) as RunRecord;
  // The word comes first: once the record is up to date, nobody can tell any more that it was another.
  return [
    ...endedAgain(before, record, { endedOn, url }, facts),
    { kind: "edit-comment", comment: first.id, body },
  ];
}

/** A word that a run has ended once more, and which of its steps were done since; nothing when none was. */
function endedAgain(
  before: RunRecord,
  now: RunRecord,
  words: { readonly endedOn: CivilDate; readonly url: string },
  { observed }: StatusFacts,
): Change[] {
  const ends = new Map(before.tasks.map(({ step, endedAt }) => [step, endedAt]));
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
    })),
    causes: [...metrics.causes].map(([cause, records]) => ({
      cause,
      lines: records.map((entry) => ({ ...entry, title: titleOf(entry.step) })),
    })),
    changeUrl: `${observed.repository.url}/edit/${observed.repository.defaultBranch}/${handbook.root}/${definition.path}`,
  };
}
