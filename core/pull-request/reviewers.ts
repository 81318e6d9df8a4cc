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

/** Of whom a review was asked. */
export interface Asked {
  /** GitHub has told them. */
  readonly taken: readonly string[];
  /** GitHub asks nobody for a review who has been given no access, so that the comment has to tell them. */
  readonly refused: readonly string[];
}

const logins = "[A-Za-z0-9-]+(?:,[A-Za-z0-9-]+)*";
const pattern = new RegExp(`<!-- handrail:asked (${logins})?(?: refused (${logins}))? -->`);

/** The hidden words that tell of whom a review was asked. They count only in what the bot wrote. */
export function writeAsked({ taken, refused }: Asked): string {
  return `<!-- handrail:asked ${taken.join(",")}${refused.length > 0 ? ` refused ${refused.join(",")}` : ""} -->`;
}

/** Of whom a review was asked by then; nobody where there is no comment yet. */
export function askedBefore({ comment }: ObservedPullRequest): Asked {
  const [, taken = "", refused = ""] = pattern.exec(comment?.body ?? "") ?? [];
  const list = (names: string) => names.split(",").filter((login) => login !== "");
  return { taken: list(taken), refused: list(refused) };
}
