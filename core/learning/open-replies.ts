import type { RetrospectiveAnswer, RunRecord } from "../metrics/index.ts";
import type { RunLink } from "./step-evidence.ts";

/** An answer to a retrospective that nobody has dealt with. */
export interface OpenReply extends Omit<RetrospectiveAnswer, "step"> {
  readonly run: RunLink;
  /** The title of the step that the words name; absent where they name none. */
  readonly stepTitle?: string | undefined;
}

/**
 * What people answered after runs and nobody has dealt with, the newest first. Whoever hides a comment on GitHub has dealt with it, and
 * so has whoever merged or closed a pull request that named it: its number is then among those dealt with.
 */
export function openReplies(records: readonly RunRecord[], dealtWith: Iterable<number>): OpenReply[] {
  const gone = new Set(dealtWith);
  return records
    .flatMap(({ issue: run, tasks, replies = [] }) =>
      replies
        .filter(({ comment }) => !gone.has(comment.number))
        .map(({ step, ...reply }) => {
          const stepTitle = tasks.find((task) => task.step === step)?.title;
          return { ...reply, run, ...(stepTitle !== undefined && { stepTitle }) };
        }),
    )
    .toSorted((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
}
