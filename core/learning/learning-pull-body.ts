import type { Handbook, ProcessDefinition } from "../definition/index.ts";
import type { MeasureFrame, RunRecord } from "../metrics/index.ts";
import { issueLink, joinMarkdown, type Markdown, md, ours, text } from "../text/index.ts";
import { proposalSentences } from "./describe-proposal.ts";
import { suggestionsMark } from "./learning-pull.ts";
import type { Proposal } from "./proposal.ts";
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
  readonly records: readonly RunRecord[];
  readonly handbook: Pick<Handbook, "roles" | "processes">;
  readonly frame: MeasureFrame;
}

/** The text of a pull request with suggestions: what was seen, what is changed, what past runs would have been, and what to do. */
export function learningPullBody(facts: LearningPullFacts): string {
  const { definition, taken, told, records } = facts;
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
      replayed(facts),
      ours(words.whatToDo),
    ],
    "\n\n",
  );
  return `${said.text}\n\n${suggestionsMark(taken)}`;
}

function sentencesOf(proposal: Proposal, { definition, handbook: { roles } }: LearningPullFacts): Markdown {
  const { seen, wish } = proposalSentences(proposal, { definition, roles });
  const runs = joinMarkdown(
    proposal.evidence.runs.map(({ number }) => issueLink(number)),
    ", ",
  );
  return md`${seen} ${wish} ${words.seenIn} ${runs}.`;
}

/** How many past runs would have met their date. Nothing where none is over, or the text says no date to meet. */
function replayed({ changed, records, handbook, frame }: LearningPullFacts): Markdown {
  const { runs, did, would, unknown } = summariseReplay(records, changed, {
    ...frame,
    processes: handbook.processes,
  });
  if (runs.length === 0) return md``;
  const held = new Map<string, number>();
  for (const { wouldMeetTheDate, heldBy } of runs)
    if (!wouldMeetTheDate && heldBy !== undefined) held.set(heldBy, (held.get(heldBy) ?? 0) + 1);
  const still = [...held].toSorted((a, b) => b[1] - a[1]);
  return joinMarkdown(
    [
      md`${words.replay(would, did, runs.length)}`,
      ...still.map(([title, times]) => md`${words.stillHeld(title, times)}`),
      unknown.length === 0 ? md`` : md`${text.learning.replay.unknown(unknown)}`,
    ],
    " ",
  );
}
