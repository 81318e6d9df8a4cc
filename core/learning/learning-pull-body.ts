import type { Handbook, ProcessDefinition } from "../definition/index.ts";
import type { MeasureFrame, RunRecord } from "../metrics/index.ts";
import { issueLink, joinMarkdown, link, type Markdown, md, ours, personName, text } from "../text/index.ts";
import { proposalSentences } from "./describe-proposal.ts";
import { repliesMark, suggestionsMark } from "./learning-pull.ts";
import type { OpenReply } from "./open-replies.ts";
import type { Proposal } from "./proposal.ts";
import { replayInWords } from "./replay-in-words.ts";
import { runsNamed } from "./runs-named.ts";
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

/** GitHub takes 65,536 characters. */
const longestBody = 65_000;
/** What stands around the answers, and what is remembered of them. */
const roomAround = 2000;

/**
 * The text of a pull request with suggestions: what was seen, what is changed, what past runs would have been, and what to do. Of the answers
 * the newest are in it that there is room for; the others are not remembered as told, and stand in the next one.
 */
export function learningPullBody(facts: LearningPullFacts): string {
  const { taken, replies } = facts;
  const remembered = suggestionsMark(taken);
  const said = suggestionsInWords(facts);
  const told = repliesThatFit(replies, longestBody - roomAround - remembered.length - said.text.length);
  const whole = joinMarkdown([said, repliesInWords(told), ours(words.whatToDo)], "\n\n");
  return [whole.text, remembered, repliesMark(told.map(({ comment }) => comment.number))]
    .filter((part) => part !== "")
    .join("\n\n");
}

function suggestionsInWords(facts: LearningPullFacts): Markdown {
  const { definition, taken, told, records, handbook, frame } = facts;
  return joinMarkdown(
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
    ],
    "\n\n",
  );
}

/** The newest answers that fit into so many characters, without those of a comment that does not fit as a whole. */
function repliesThatFit(replies: readonly OpenReply[], room: number): OpenReply[] {
  let left = room;
  const tooMuch = new Set<number>();
  for (const reply of replies) {
    left -= replyInWords(reply).text.length + 1;
    if (left < 0) tooMuch.add(reply.comment.number);
  }
  return replies.filter(({ comment }) => !tooMuch.has(comment.number));
}

function repliesInWords(replies: readonly OpenReply[]): Markdown {
  if (replies.length === 0) return md``;
  return joinMarkdown([md`${words.replies}`, md``, ...replies.map(replyInWords)], "\n");
}

/** In people's own words, on one line so that nothing in them can look like a tick. */
function replyInWords({ question, words: own, stepTitle, by, run, comment }: OpenReply): Markdown {
  const on = stepTitle === undefined ? md`` : md`, on **${stepTitle}**`;
  const where = link(`#${run.number}`, comment.url);
  return md`- ${text.retrospective.questions[question]} “${own.replace(/\s+/g, " ")}” (${personName(by)}${on}, ${where})`;
}

function sentencesOf(proposal: Proposal, { definition, handbook: { roles } }: LearningPullFacts): Markdown {
  const { seen, wish } = proposalSentences(proposal, { definition, roles });
  const { named, more } = runsNamed(proposal.evidence.runs);
  const older = more === 0 ? [] : [md`${text.learning.moreRuns(more)}`];
  const runs = joinMarkdown([...named.map(({ number }) => issueLink(number)), ...older], ", ");
  return md`${seen} ${wish} ${words.seenIn} ${runs}.`;
}
