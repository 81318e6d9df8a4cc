import type { RetrospectiveAnswer } from "../../metrics/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { ObservedComment, RunIssues } from "../observed/observed-run.ts";
import type { RunState } from "../state/task-state.ts";
import { readReplies } from "./read-replies.ts";

/**
 * What people have answered to the retrospective of a run, as their comments read now, oldest first. The ledger keeps only which comments
 * count: who edits their words changes them, who deletes the comment takes them back, and one that is hidden on GitHub has been dealt
 * with. Words that somebody else has changed are nobody's own any more, and are left out.
 */
export function repliesOfRun(
  { entries }: Pick<Ledger, "entries">,
  { run }: Pick<RunIssues, "run">,
  { tasks }: Pick<RunState, "tasks">,
): RetrospectiveAnswer[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== "replied") return [];
    const comment = run.comments.find(({ number }) => number === entry.comment);
    if (comment === undefined || comment.isHidden || !isOwnWords(comment)) return [];
    return readReplies(comment.body).map(({ question, words }) => ({
      question,
      words,
      step: stepNamed(words, tasks),
      by: comment.author,
      at: comment.createdAt,
      comment: { number: comment.number, url: `${run.url}#issuecomment-${comment.number}` },
    }));
  });
}

/** Whether a comment reads as its own writer left it. */
export function isOwnWords({ edit, isEditedByPeople, author, authorId }: ObservedComment): boolean {
  if (!isEditedByPeople) return true;
  return edit !== null && (authorId === null ? edit.by === author : edit.byId === authorId);
}

/** The step that words name by its title or the number of its issue, the longest title first; null where they name none. */
function stepNamed(words: string, tasks: RunState["tasks"]): string | null {
  const said = plain(words);
  const byTitle = tasks
    .filter(({ title }) => said.includes(` ${plain(title).trim()} `))
    .toSorted((a, b) => b.title.length - a.title.length)[0];
  const numbers = new Set([...words.matchAll(/#(\d{1,9})\b/g)].map(([, number]) => Number(number)));
  const byNumber = tasks.find(({ issue }) => issue !== undefined && numbers.has(issue.number));
  return (byTitle ?? byNumber)?.step ?? null;
}

/** Words alone, with a blank on both sides, so that a title is found only as whole words. */
function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}
