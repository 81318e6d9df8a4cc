import { civilToday } from "../../calendar/index.ts";
import type { RoleId } from "../../definition/index.ts";
import type { Instant } from "../../metrics/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { newestOf, workOfIssue } from "../observed/work-of-issue.ts";
import { partsSpokenFor } from "../people/parts-spoken-for.ts";
import { judgedWork } from "../state/judged-work.ts";
import type { TaskState } from "../state/task-state.ts";
import type { StepCommandContext } from "./command.ts";
import { isFromEarlier, notItsTurn } from "./not-its-turn.ts";

/** What an approver judges with. */
export interface Judgement {
  /** The approver roles the writer speaks for. */
  readonly roles: readonly RoleId[];
  /** The steps that are judged. */
  readonly judged: readonly TaskState[];
}

/** The approver roles a named approver speaks for on an approval that is open; a refusal while it is not, or no longer the same. */
export function judgementOf(context: StepCommandContext): { readonly refusal: Markdown } | Judgement {
  const { task, author, authorId, definition, state, handbook, ledger } = context;
  if (task.status !== "ready" || isFromEarlier(context)) return { refusal: notItsTurn(context) };
  const day = civilToday(context.at, handbook.handbook.config.timeZone);
  const own = partsSpokenFor({ login: author, id: authorId }, task, day, context);
  const work = judgedWork(definition, task.step, ledger);
  const judged = state.tasks.filter(({ step, isLeftOut }) => work.has(step) && !isLeftOut);
  const isReadAnew = ledger.entries.some(
    (entry) => entry.kind === "restored" && entry.from === "issues" && entry.at > context.at,
  );
  const changed = judged.find(({ issue }) => issue && isChangedSince(issue, context.at, isReadAnew));
  if (changed) return { refusal: text.run.changedMeanwhile(changed.title, context.written.word) };
  return { roles: own.map(({ role }) => role), judged };
}

/**
 * Whether people changed a text when it was judged or later, or anybody a title; the bot itself keeps the facts in the text up to
 * date, and a title that it put back was another one before. Where the notes of what was judged are gone, whatever was written since counts: the
 * bot may have written over a change.
 */
function isChangedSince(issue: ObservedIssue, at: Instant, isReadAnew: boolean): boolean {
  const lastChange = newestOf([workOfIssue(issue).lastChange, isReadAnew ? issue.lastEdit : null]);
  return lastChange !== null && lastChange.at >= at;
}
