import type { ProcessId } from "../../core/definition/index.ts";
import {
  learnFromRuns,
  learningThresholds,
  notAskedBefore,
  openReplies,
  proposalSentences,
  runsNamed,
  type StepSpan,
  stepSpans,
} from "../../core/learning/index.ts";
import type { GroupFigures } from "../../core/metrics/index.ts";
import { shortDate, siteText, text } from "../../core/text/index.ts";
import { addressesUnder } from "./addresses.ts";
import { decidedAbout, decisionsAbout } from "./decisions.ts";
import { type EnteredLine, enteredLines } from "./entered-lines.ts";
import { foldList } from "./fold-list.ts";
import { type RunLine, runLine, runsOf } from "./past-runs.ts";
import type { Link } from "./role-link.ts";
import { siteFigures } from "./run-figures.ts";
import type { Site } from "./site.ts";

/** What a page about the past runs of a process shows. */
export interface PastRunsPage {
  readonly process: Link;
  readonly title: string;
  readonly lead: string;
  /** Why nothing is drawn, where there are too few runs. */
  readonly tooFew?: string | undefined;
  /** Instead of suggestions, where there are none. */
  readonly noSuggestions: string;
  readonly suggestions: readonly {
    readonly text: string;
    /** The newest of those that show it. */
    readonly runs: readonly Link[];
    /** How many more do; absent for none. */
    readonly more?: string | undefined;
  }[];
  /** What was learnt of earlier suggestions, and what was not taken up, newest first; of very many the newest. */
  readonly decisions: readonly DecisionLine[];
  /** What people wrote when runs were over, the newest first; of very many the newest. */
  readonly replies: readonly ReplyLine[];
  /** How many more there are. */
  readonly repliesLeft: number;
  /** Empty with too few runs. */
  readonly spans: readonly StepSpan[];
  /** The longest length in any span. */
  readonly longest: number;
  /** What was entered when steps were done, before and after each change of the text too; empty with too few runs. */
  readonly entered: readonly EnteredLine[];
  /** Only where runs have followed more than one text, and with enough runs. */
  readonly revisions: readonly (GroupFigures & { readonly revision: string })[];
  /** Newest first; of very many the newest. */
  readonly runs: readonly RunLine[];
  /** How many older ones there are, in words; absent for none. */
  readonly olderRuns?: string | undefined;
}

/** Of more runs the older ones are only counted: nobody reads through a thousand rows, and everybody would load them. */
const mostRuns = 200;

/** What became of a suggestion. */
export interface DecisionLine {
  /** Whether it was taken up and on which day, before the link to where that was decided. */
  readonly when: string;
  readonly pull: Link;
  readonly text: string;
}

/** Of more decisions the oldest are left out: they stand on their pull requests. */
const mostDecisions = 20;

/** An answer to a retrospective that nobody has dealt with. */
export interface ReplyLine {
  readonly question: string;
  /** As it was typed. */
  readonly words: string;
  /** Who wrote it, and on which step where the words name one. */
  readonly who: string;
  readonly link: Link;
}

/** The processes that have a page about their past runs; none where runs are not shown. */
export function processesWithRuns(site: Site): ProcessId[] {
  if (!site.shows.runs) return [];
  const known = new Set(site.runs.map(({ process }) => process));
  return [...site.processes.keys()].filter((id) => known.has(id));
}

/** The page about the past runs of a process, on the day of the site. */
export function pastRunsPage(id: ProcessId, site: Site): PastRunsPage {
  const records = runsOf(id, site);
  const definition = site.handbook.processes.get(id);
  const { fewest } = learningThresholds;
  const frame = site.measureFrame();
  const { evidence, proposals } = definition
    ? learnFromRuns({ definition, handbook: site.handbook, records, frame })
    : { evidence: [], proposals: [] };
  const figures = siteFigures(site).processes.find(({ process }) => process === id);
  const words = siteText.pastRuns;
  const title = definition?.title ?? id;
  const href = addressesUnder(site.settings.base).process(id);
  const { first: newest, rest: older } = foldList(records, mostRuns);
  const { replies, left } = openReplies(records, site.activity.dealtWith ?? []);
  const count = figures?.runs.value ?? 0;
  const revisions = figures?.revisions ?? [];
  return {
    process: { text: title, href },
    title: words.title(title),
    lead: words.lead(count),
    tooFew: count < fewest ? words.tooFew(count, fewest) : undefined,
    noSuggestions: proposals.length === 0 ? words.noSuggestions : words.nothingNew,
    suggestions: definition
      ? notAskedBefore(proposals, decidedAbout(id, site)).map((proposal) => {
          const { seen, wish } = proposalSentences(proposal, { definition, roles: site.handbook.roles });
          const { named, more } = runsNamed(proposal.evidence.runs);
          return {
            text: `${seen} ${wish}`,
            more: more === 0 ? undefined : text.learning.moreRuns(more),
            runs: named.map(({ number, url }) => ({ text: `#${number}`, href: url })),
          };
        })
      : [],
    decisions: decisionsAbout(id, site)
      .slice(0, mostDecisions)
      .map(({ isTaken, day, pull, text: told }) => ({
        when: words.decidedOn(isTaken, shortDate(day)),
        pull: { text: `#${pull.number}`, href: pull.url },
        text: told,
      })),
    replies: replies.map(({ question, words: own, by, stepTitle, run, comment }) => ({
      question: text.retrospective.questions[question],
      words: own,
      who: [site.nameOf(by), ...(stepTitle === undefined ? [] : [stepTitle])].join(", "),
      link: { text: `#${run.number}`, href: comment.url },
    })),
    repliesLeft: left,
    ...stepSpans(evidence, fewest),
    entered: figures && count >= fewest ? enteredLines(figures, { title, href }) : [],
    revisions:
      count >= fewest && revisions.some(({ revision }) => revision !== revisions[0]?.revision)
        ? revisions
        : [],
    runs: newest.map((run) => runLine(run, site)),
    olderRuns: words.olderRuns(older),
  };
}
