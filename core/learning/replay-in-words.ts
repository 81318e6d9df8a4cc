import { joinMarkdown, type Markdown, md, text } from "../text/index.ts";
import type { ReplaySummary } from "./summarise-replay.ts";

const words = text.learning;

/** Of more steps that would still have held runs up the others are only counted. */
const mostHolding = 5;
/** So many sentences about steps that runs did not have; those that most runs lack come first. */
const mostUnknown = 4;

/**
 * How many past runs would have met their date, what would still have held the others up, and what nobody can say; `first` says the
 * first of it. Nothing where no run is over.
 */
export function replayInWords(
  { runs, did, would, unknown }: ReplaySummary,
  first: (would: number, did: number, n: number) => string,
): Markdown {
  if (runs.length === 0) return md``;
  const held = new Map<string, number>();
  for (const { wouldMeetTheDate, heldBy } of runs)
    if (!wouldMeetTheDate && heldBy !== undefined) held.set(heldBy, (held.get(heldBy) ?? 0) + 1);
  const still = [...held].toSorted((a, b) => b[1] - a[1]);
  const others = still.slice(mostHolding);
  return joinMarkdown(
    [
      md`${first(would, did, runs.length)}`,
      ...still.slice(0, mostHolding).map(([title, times]) => md`${words.pull.stillHeld(title, times)}`),
      others.length === 0
        ? md``
        : md`${words.pull.stillHeldByOthers(
            others.length,
            others.reduce((sum, [, times]) => sum + times, 0),
          )}`,
      ...unknown
        .slice(0, mostUnknown)
        .map((steps) => md`${words.replay.unknown(steps.titles, steps.runs, runs.length)}`),
    ],
    " ",
  );
}
