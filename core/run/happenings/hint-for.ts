import { text } from "../../text/index.ts";
import { commandMeant } from "../commands/command-meant.ts";
import type { ObservedComment, ObservedIssue } from "../observed/observed-run.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import type { TaskState } from "../state/task-state.ts";
import type { Answer } from "./happening.ts";

/**
 * The line to write for somebody whose word is awaited and who has said it in other words: "approved", "LGTM", a command in the
 * middle of a sentence or in code marks. Once for each person and turn; empty where nobody waits for them.
 */
export function hintFor(comment: ObservedComment, issue: ObservedIssue, task: TaskState): Answer[] {
  if (task.status !== "ready" || task.readyAt === undefined || comment.createdAt < task.readyAt) return [];
  if (!task.awaited.some((login) => isSamePerson(login, comment.author))) return [];
  const meant = commandMeant(comment.body, task.kind);
  if (meant === undefined) return [];
  const words = text.run.answers(comment.author, [text.run.hint(meant, task.title)]);
  return [
    {
      issue,
      comment,
      words,
      onceInRun: `hint ${issue.number} ${comment.author.toLowerCase()} ${task.readyAt}`,
    },
  ];
}
