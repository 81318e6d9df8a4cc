import { joinMarkdown, type Markdown, md, text } from "../text/index.ts";
import type { ReplaySummary } from "./summarise-replay.ts";

const words = text.learning;

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
  return joinMarkdown(
    [
      md`${first(would, did, runs.length)}`,
      ...still.map(([title, times]) => md`${words.pull.stillHeld(title, times)}`),
      ...unknown.map((steps) => md`${words.replay.unknown(steps.titles, steps.runs, runs.length)}`),
    ],
    " ",
  );
}
