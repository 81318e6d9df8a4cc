import type { RetrospectiveAnswer, RunRecord } from "../metrics/index.ts";
import type { RunLink } from "./step-evidence.ts";

/** An answer to a retrospective that nobody has dealt with. */
export interface OpenReply extends Omit<RetrospectiveAnswer, "step"> {
  readonly run: RunLink;
  /** The title of the step that the words name; absent where they name none. */
  readonly stepTitle?: string | undefined;
}

/** Some of the answers, and how many more there are. */
export interface OpenReplies {
  readonly replies: readonly OpenReply[];
  readonly left: number;
}

/**
 * What people answered after runs and nobody has dealt with, the newest first, and at most so many with the rest of a comment. Whoever hides a comment on GitHub has
 * dealt with it, and so has whoever merged or closed a pull request that named it: its number is then among those dealt with.
 */
export function openReplies(
  records: readonly RunRecord[],
  dealtWith: Iterable<number>,
  most: number = mostShown,
): OpenReplies {
  const gone = new Set(dealtWith);
  const all = records
    .flatMap(({ issue: run, tasks, replies = [] }) =>
      replies
        .filter(({ comment }) => !gone.has(comment.number))
        .map(({ step, ...reply }) => {
          const stepTitle = tasks.find((task) => task.step === step)?.title;
          return { ...reply, run, ...(stepTitle !== undefined && { stepTitle }) };
        }),
    )
    .toSorted((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
  let end = Math.min(most, all.length);
  while (end > 0 && end < all.length && all[end]?.comment.number === all[end - 1]?.comment.number) end += 1;
  return { replies: all.slice(0, end), left: all.length - end };
}

/** So many are shown on a page, and named in one pull request; older ones stand in the next. */
const mostShown = 20;
