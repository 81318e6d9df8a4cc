import type { Stake } from "../change/index.ts";
import type { ObservedPullRequest } from "./observed-pull-request.ts";

/** GitHub lets so many people be asked at once; of more nobody could tell who is meant. */
const mostReviewers = 15;
const loginPattern = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/;

/**
 * Whose review is asked for: the people of each role that looks after a process with a material change, as roles.yml named them before it,
 * but for whoever proposes it. Empty where nothing material changes.
 */
export function reviewersOf(
  { before, author }: ObservedPullRequest,
  stakes: readonly Stake[],
): readonly string[] {
  const people = stakes
    .filter(({ owns }) => owns.length > 0)
    .flatMap(({ role }) => before.handbook.roles.get(role)?.people ?? [])
    .filter((login) => loginPattern.test(login) && login.toLowerCase() !== author.toLowerCase());
  return [...new Set(people)].slice(0, mostReviewers);
}

const pattern = /<!-- handrail:asked ([A-Za-z0-9,-]*) -->/;

/** The hidden words that tell whose review was asked for. They count only in what the bot wrote. */
export function writeAsked(logins: readonly string[]): string {
  return `<!-- handrail:asked ${logins.join(",")} -->`;
}

/** Whose review was asked for by then; nobody where there is no comment yet. */
export function askedBefore({ comment }: ObservedPullRequest): readonly string[] {
  return (pattern.exec(comment?.body ?? "")?.[1] ?? "").split(",").filter((login) => login !== "");
}
