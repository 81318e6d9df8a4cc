import type { ProcessId } from "../definition/index.ts";
import { changesDates, replayInWords, summariseReplay } from "../learning/index.ts";
import { measureFrameOf } from "../metrics/index.ts";
import { joinMarkdown, type Markdown, md, text } from "../text/index.ts";
import type { ObservedPullRequest } from "./observed-pull-request.ts";

const words = text.pullRequest;

/** So many processes are told of; a change of more dates at once is told of in words alone. */
const mostProcesses = 8;

/** The processes whose dates a pull request changes and that are told of, since past runs tell something. Empty for any other change. */
export function processesReplayed({
  before,
  after,
}: Pick<ObservedPullRequest, "before" | "after">): ProcessId[] {
  const changed = [...after.handbook.processes.values()].flatMap((definition) => {
    const earlier = before.handbook.processes.get(definition.id);
    return earlier && changesDates(earlier, definition) ? [definition.id] : [];
  });
  return changed.slice(0, mostProcesses);
}

/** What past runs would have been under the dates that are proposed; nothing where no date changes, or no run is over. */
export function replayPart(observed: ObservedPullRequest, now: string): Markdown {
  const { before, after, pastRuns } = observed;
  if (pastRuns === undefined) return md``;
  const { processes } = after.handbook;
  const frame = { ...measureFrameOf(before.handbook, now), processes };
  const lines = processesReplayed(observed).flatMap((id) => {
    const definition = processes.get(id);
    if (definition === undefined) return [];
    const told = replayInWords(summariseReplay(pastRuns.records, definition, frame), words.replayed);
    return told.text === "" ? [] : [md`- **${definition.title}**: ${told}`];
  });
  if (lines.length === 0) return md``;
  return joinMarkdown(
    [
      md`**${words.replayHeading}**`,
      joinMarkdown(lines, "\n"),
      pastRuns.hasOlder ? md`${words.olderRuns}` : md``,
    ],
    "\n\n",
  );
}
