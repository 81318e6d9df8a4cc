import type { Instant } from "../../metrics/index.ts";
import { Temporal } from "../../temporal.ts";
import { parseCommands } from "../commands/parse-commands.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { type Account, isSameAccount } from "../people/account.ts";

const oneGestureMinutes = 10;
/** Nothing longer is read. */
export const longestReason = 1000;

/**
 * Why somebody did something to an issue by hand: what they wrote there in the ten minutes before, as GitHub's "Close with comment"
 * does. A comment with commands is none, nor one that was changed since. Empty when there is no such comment.
 */
export function reasonByHand({ comments }: ObservedIssue, by: Account, at: Instant): string {
  const from = Temporal.Instant.from(at).subtract({ minutes: oneGestureMinutes });
  const comment = comments.findLast(
    ({ isOurs, isByApp, isEditedByPeople, author, authorId, createdAt, body }) =>
      !isOurs &&
      !isByApp &&
      !isEditedByPeople &&
      isSameAccount({ login: author, id: authorId }, by) &&
      Temporal.Instant.compare(createdAt, at) <= 0 &&
      Temporal.Instant.compare(createdAt, from) >= 0 &&
      parseCommands(body).commands.length === 0,
  );
  return comment?.body.trim().slice(0, longestReason) ?? "";
}
