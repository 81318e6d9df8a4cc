import type { Instant } from "../../metrics/index.ts";
import { Temporal } from "../../temporal.ts";
import { parseCommands } from "../commands/parse-commands.ts";
import type { ObservedComment, ObservedIssue } from "../observed/observed-run.ts";
import { type Account, isSameAccount } from "../people/account.ts";

const oneGestureMinutes = 10;

/**
 * The comment that says why somebody did something to its issue by hand: the last they wrote there in the ten minutes before, as GitHub's
 * "Close with comment" does. A comment with commands is none, nor one that was changed since. Nothing when there is none.
 */
export function commentByHand(
  { comments }: Pick<ObservedIssue, "comments">,
  by: Account,
  at: Instant,
): ObservedComment | undefined {
  const from = Temporal.Instant.from(at).subtract({ minutes: oneGestureMinutes });
  return comments.findLast(
    ({ isOurs, isByApp, isEditedByPeople, author, authorId, createdAt, body }) =>
      !isOurs &&
      !isByApp &&
      !isEditedByPeople &&
      isSameAccount({ login: author, id: authorId }, by) &&
      Temporal.Instant.compare(createdAt, at) <= 0 &&
      Temporal.Instant.compare(createdAt, from) >= 0 &&
      parseCommands(body).commands.length === 0,
  );
}
