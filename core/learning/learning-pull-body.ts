import type { Handbook, ProcessDefinition } from "../definition/index.ts";
import type { MeasureFrame, RunRecord } from "../metrics/index.ts";
import { issueLink, joinMarkdown, link, type Markdown, md, ours, personName, text } from "../text/index.ts";
import { proposalSentences } from "./describe-proposal.ts";
import { repliesMark, suggestionsMark } from "./learning-pull.ts";
import type { OpenReply } from "./open-replies.ts";
import type { Proposal } from "./proposal.ts";
import { replayInWords } from "./replay-in-words.ts";
import { summariseReplay } from "./summarise-replay.ts";

const words = text.learning.pull;

/** What the text of a pull request with suggestions is made from. */
export interface LearningPullFacts {
  readonly definition: ProcessDefinition;
  /** The process with every suggestion in it. */
  readonly changed: ProcessDefinition;
  /** Suggestions that are written, and those that are only told. */
  readonly taken: readonly Proposal[];
  readonly told: readonly Proposal[];
  /** What people answered after runs, the newest first. */
  readonly replies: readonly OpenReply[];
  readonly records: readonly RunRecord[];
  readonly handbook: Pick<Handbook, "roles" | "processes">;
  readonly frame: MeasureFrame;
}

/** The text of a pull request with suggestions: what was seen, what is changed, what past runs would have been, and what to do. */
export function learningPullBody(facts: LearningPullFacts): string {
  const { definition, taken, told, records, replies, handbook, frame } = facts;
  const said = joinMarkdown(
    [
      md`${words.introduction(definition.title, records.length)}`,
      joinMarkdown(
        taken.map((proposal) => md`- [x] ${sentencesOf(proposal, facts)}`),
        "\n",
      ),
      told.length === 0
        ? md``
        : joinMarkdown(
            [md`${words.told}`, ...told.map((proposal) => md`- ${sentencesOf(proposal, facts)}`)],
            "\n",
          ),
      replayInWords(
        summariseReplay(records, facts.changed, { ...frame, processes: handbook.processes }),
        words.replay,
      ),
      repliesInWords(replies),
      ours(words.whatToDo),
    ],
    "\n\n",
  );
  return [said.text, suggestionsMark(taken), repliesMark(replies.map(({ comment }) => comment.number))]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** In people's own words, on one line each so that nothing in them can look like a tick. */
function repliesInWords(replies: readonly OpenReply[]): Markdown {
  if (replies.length === 0) return md``;
  const lines = replies.map(({ question, words: own, stepTitle, by, run, comment }) => {
    const on = stepTitle === undefined ? md`` : md`, on **${stepTitle}**`;
    const where = link(`#${run.number}`, comment.url);
    return md`- ${text.retrospective.questions[question]} “${own.replace(/\s+/g, " ")}” (${personName(by)}${on}, ${where})`;
  });
  return joinMarkdown([md`${words.replies}`, md``, ...lines], "\n");
}

function sentencesOf(proposal: Proposal, { definition, handbook: { roles } }: LearningPullFacts): Markdown {
  const { seen, wish } = proposalSentences(proposal, { definition, roles });
  const runs = joinMarkdown(
    proposal.evidence.runs.map(({ number }) => issueLink(number)),
    ", ",
  );
  return md`${seen} ${wish} ${words.seenIn} ${runs}.`;
}
