import type { StepKind } from "../../definition/index.ts";
import { ownLines } from "./own-lines.ts";
import type { CommandName } from "./parse-commands.ts";
import { synonyms } from "./synonyms.ts";

/** The commands that end a step of each kind: only these are guessed at. */
const endings: Readonly<Partial<Record<StepKind, readonly CommandName[]>>> = {
  approval: ["approve", "changes"],
  task: ["done"],
};

/** The kinds of steps on which a command is guessed at. */
export const guessedKinds: readonly StepKind[] = ["approval", "task"];

/** Longer comments are a conversation. */
const longestPhrase = 40;
const mostLines = 200;

/**
 * The command that somebody meant who wrote none: the whole comment is a word for it, or a line of it is the command itself, in
 * code marks or in the middle of a paragraph. Nothing when nobody can tell.
 */
export function commandMeant(body: string, kind: StepKind): CommandName | undefined {
  const fitting = endings[kind] ?? [];
  const lines = ownLines(body.slice(0, 10_000).split(/\r?\n/).slice(0, mostLines))
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith(">"));
  const phrase = lines.join(" ");
  const whole = phrase.length <= longestPhrase ? synonyms.get(plain(phrase)) : undefined;
  if (whole !== undefined && fitting.includes(whole) && !(kind === "task" && phrase.startsWith("/")))
    return whole;
  const words = lines.map((line) => /^`{0,2}\/([a-z]{1,20})\b/.exec(line)?.[1]);
  return fitting.find((name) => words.includes(name));
}

/** In lower case, without code marks, stars and signs at its end. */
function plain(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/[`*_/]/g, "")
    .replace(/[\s.!,;:)✅🎉]+$/u, "")
    .trim();
}
