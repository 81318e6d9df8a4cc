import { effortInWords } from "./lengths.ts";
import { type Markdown, md } from "./markdown.ts";

/** How soon whoever has a step reacted to its turn, in working time. */
export interface Reaction {
  readonly targetMinutes: number;
  /** Until the reaction, or so far. */
  readonly minutes: number;
  readonly hasReacted: boolean;
}

/** That somebody has reacted, or has not within the time asked for; nothing while there is still time, which would be another text each minute. */
export function reactionWords(reaction: Reaction | undefined): Markdown | undefined {
  if (reaction === undefined) return undefined;
  const { targetMinutes, minutes, hasReacted } = reaction;
  const isMissed = minutes > targetMinutes;
  if (!hasReacted) return isMissed ? md`**no reaction within ${effortInWords(targetMinutes)}**` : undefined;
  const took = minutes === 0 ? md`at once` : md`after ${effortInWords(minutes)}`;
  return isMissed
    ? md`first reaction **${took}**, asked for within ${effortInWords(targetMinutes)}`
    : md`first reaction ${took}`;
}
