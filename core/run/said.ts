import type { Markdown } from "../text/index.ts";
import { hasMarker, readMarker, writeMarker } from "./notes/index.ts";
import type { ObservedComment, ObservedIssue } from "./observed/observed-run.ts";

/**
 * A comment of the bot that is said once: its text with a hidden key. Whether it has been said is read back from the
 * comments themselves, so a repeated, late or interrupted sweep says nothing twice.
 */
export function sayOnce(key: string, words: Markdown): string {
  return `${words.text}\n\n${writeMarker("said", key)}`;
}

/** Whether the bot has already said this on the issue. */
export function hasSaid(key: string, issue: ObservedIssue): boolean {
  return saidWith(key, issue) !== undefined;
}

/** The comment in which the bot said this; nothing when it has not. */
export function saidWith(key: string, issue: Pick<ObservedIssue, "comments">): ObservedComment | undefined {
  return issue.comments.find((comment) => comment.isOurs && hasMarker("said", key, comment.body));
}

/** The key of the answer to a comment. */
export function answerKey(comment: number): string {
  return `answer ${comment}`;
}

/** The line by which the word on a run that it keeps its text, whatever a pull request has changed, is known. */
export function pullRequestMark(pull: number): string {
  return `<!-- pull request ${pull} -->`;
}

/** What tells a comment of the bot from every other one on its issue, by its key or by such a line; nothing for one that has neither. */
export function sayingOf(comment: ObservedComment): string | undefined {
  return saidKeyOf(comment) ?? /^<!-- (pull request \d{1,9}) -->$/m.exec(comment.body)?.[1];
}

/** The key a comment of the bot was said with; nothing for one that has none. */
export function saidKeyOf({ body }: ObservedComment): string | undefined {
  const key = readMarker("said", body);
  return typeof key === "string" ? key : undefined;
}

/** The key of the answer that somebody gets once in a whole run: as a visitor, or for a word that nobody knows. */
export function onceInRunKey(what: "visitor" | "unknown", login: string): string {
  return `${what} ${login.toLowerCase()}`;
}

/** Whether something said with a key is said once in a whole run, on whichever issue. */
export function isOnceInRun(key: string): boolean {
  return /^(?:visitor|unknown) [^ ]+$/.test(key);
}
