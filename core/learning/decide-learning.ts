import { civilToday, toEpochDay, wallTimeAt } from "../calendar/index.ts";
import type { ProcessDefinition } from "../definition/index.ts";
import type { CheckedHandbook } from "../handbook/index.ts";
import { workCalendarOf } from "../holidays/index.ts";
import { type MeasureFrame, measureFrameOf, type RunRecord } from "../metrics/index.ts";
import { text } from "../text/index.ts";
import { notAskedBefore } from "./asked-before.ts";
import {
  type LearningPull,
  learningBranch,
  readLearningBranch,
  readNamedReplies,
  readSuggestions,
} from "./learning-pull.ts";
import { learningPullBody } from "./learning-pull-body.ts";
import { openPart } from "./open-part.ts";
import { type OpenReply, openReplies } from "./open-replies.ts";
import type { Proposal } from "./proposal.ts";
import { proposeChanges } from "./propose-changes.ts";
import { withSuggestions } from "./with-suggestions.ts";

/** What has to be known to suggest changes of a handbook. */
export interface ObservedLearning {
  /** The newest commit of the branch that changes start from, and its name. */
  readonly base: { readonly branch: string; readonly sha: string };
  readonly handbook: CheckedHandbook;
  /** The text of each process file, by path within the handbook. */
  readonly texts: ReadonlyMap<string, string>;
  /** Runs of every process, whether over or not. */
  readonly records: readonly RunRecord[];
  /** Every pull request that the bot opened with suggestions, whatever became of it. */
  readonly pulls: readonly LearningPull[];
}

/** A pull request to be opened. */
export interface LearningChange {
  readonly branch: string;
  readonly base: ObservedLearning["base"];
  /** Path in the repository of the file that changes, and its new text. */
  readonly path: string;
  readonly text: string;
  readonly message: string;
  readonly title: string;
  readonly body: string;
}

/** Whether this is the day for suggestions: the first business day of a month, from the hour on at which days begin. */
export function isDayOfLearning({ config }: CheckedHandbook["handbook"], now: string): boolean {
  if (config.learning !== "proposals") return false;
  const today = civilToday(now, config.timeZone);
  const first = workCalendarOf(config).nearestBusinessDay(
    toEpochDay(`${today.slice(0, 7)}-01` as typeof today),
    "after",
  );
  return toEpochDay(today) === first && wallTimeAt(now, config.timeZone) >= config.dayStart;
}

/**
 * What runs suggest, as pull requests: one a process, none while one is open or a second one in a month, and only when there is
 * something that was not asked before. Asked once and not taken, a suggestion is asked again when it was seen in twice as many runs.
 * Nothing is ever merged or changed otherwise. Pure; once carried out and observed anew the next decision is empty.
 */
export function decideLearning(observed: ObservedLearning, now: string): LearningChange[] {
  const { handbook } = observed.handbook;
  if (handbook.config.learning !== "proposals") return [];
  const frame = measureFrameOf(handbook, now);
  const month = frame.today.slice(0, 7);
  const asked = observed.pulls.flatMap((pull) => {
    const about = readLearningBranch(pull.branch);
    return about ? [{ ...pull, ...about }] : [];
  });
  const byProcess = Map.groupBy(observed.records, ({ process }) => process);
  return [...handbook.processes.values()].flatMap((definition) => {
    const own = asked.filter(({ process }) => process === definition.id);
    if (own.some((pull) => pull.isOpen || pull.month === month)) return [];
    const records = byProcess.get(definition.id) ?? [];
    const proposals = proposeChanges({ definition, handbook, records, frame });
    const fresh = notAskedBefore(
      proposals,
      own.flatMap(({ body }) => readSuggestions(body)),
    );
    const { replies } = openReplies(
      records,
      own.flatMap(({ body }) => readNamedReplies(body)),
    );
    return pullRequestFor(definition, fresh, replies, records, { observed, frame, month });
  });
}

interface Frame {
  readonly observed: ObservedLearning;
  readonly frame: MeasureFrame;
  readonly month: string;
}

function pullRequestFor(
  definition: ProcessDefinition,
  proposals: readonly Proposal[],
  replies: readonly OpenReply[],
  records: readonly RunRecord[],
  { observed, frame, month }: Frame,
): LearningChange[] {
  const { base, handbook, texts } = observed;
  const before = texts.get(definition.path) ?? "";
  const { text: after, taken } = withSuggestions(before, proposals, definition.path);
  if (taken.length === 0) return [];
  const changed = openPart(definition.path, after).handbook.processes.get(definition.id);
  if (changed === undefined) return [];
  const title = text.learning.pull.title(definition.title);
  return [
    {
      branch: learningBranch(definition.id, month),
      base,
      path: handbook.root === "" ? definition.path : `${handbook.root}/${definition.path}`,
      text: after,
      message: title,
      title,
      body: learningPullBody({
        definition,
        changed,
        taken,
        told: proposals.filter((proposal) => !taken.includes(proposal)),
        replies,
        records,
        handbook: handbook.handbook,
        frame,
      }),
    },
  ];
}
