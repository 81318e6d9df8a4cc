import { z } from "zod";
import type { Stake } from "../change/index.ts";
import { readMarker, writeMarker } from "../run/index.ts";
import type { ProposedMerge } from "./proposed-merge.ts";

/** GitHub lets so many people be asked at once; of more nobody could tell who is meant. */
const mostReviewers = 15;
const loginPattern = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/;

/**
 * Whose review is asked for: the people of each role that looks after a process with a material change, or that others are to hold, as roles.yml of the branch it is for names them,
 * but for whoever proposes it. Empty where nothing material changes.
 */
export function reviewersOf({ current, author }: ProposedMerge, stakes: readonly Stake[]): readonly string[] {
  const people = stakes
    .filter(({ owns, isHeldByOthers }) => owns.length > 0 || isHeldByOthers)
    .flatMap(({ role }) => current.handbook.roles.get(role)?.people ?? [])
    .filter((login) => loginPattern.test(login) && login.toLowerCase() !== author.toLowerCase());
  return [...new Set(people)].slice(0, mostReviewers);
}

const logins = z.array(z.string().regex(loginPattern)).readonly();
const askedSchema = z.object({
  /** GitHub has told them. */
  taken: logins,
  /** GitHub asks nobody for a review who has been given no access, so that the comment has to tell them. */
  refused: logins,
});

/** Of whom a review was asked. */
export type Asked = Readonly<z.output<typeof askedSchema>>;

const kind = "asked";

/** The hidden words that tell of whom a review was asked. They count once they are sealed, in what the bot wrote last. */
export function writeAsked({ taken, refused }: Asked): string {
  return writeMarker(kind, { taken, refused });
}

/** Of whom a review was asked by then; nobody where there is no comment yet. */
export function askedBefore({ comment }: ProposedMerge): Asked {
  return askedSchema.safeParse(readMarker(kind, comment?.body ?? "")).data ?? { taken: [], refused: [] };
}
