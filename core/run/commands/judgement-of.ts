import { civilToday } from "../../calendar/index.ts";
import type { RoleId } from "../../definition/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { speakersOf } from "../people/speakers-of.ts";
import { judgedSteps } from "../state/task-progress.ts";
import type { StepCommandContext } from "./command.ts";
import { commandLine } from "./command-line.ts";
import { notItsTurn } from "./not-its-turn.ts";

/** The approver roles a person speaks for on an approval that is open; a refusal when there are none. */
export function judgementOf(
  context: StepCommandContext,
): { readonly refusal: Markdown } | { readonly roles: readonly RoleId[] } {
  const { task, author, definition, state, handbook } = context;
  if (task.kind !== "approval") return { refusal: text.run.noApproval(task.title, task.kind) };
  if (task.status !== "ready") return { refusal: notItsTurn(context) };
  const day = civilToday(context.at, handbook.handbook.config.timeZone);
  const parts = task.parts.map((part) => ({ ...part, speakers: speakersOf(part, day, context) }));
  const own = parts.filter(({ speakers }) => speakers.some((login) => isSamePerson(login, author)));
  if (own.length === 0) {
    return { refusal: text.run.notAnApprover([...new Set(parts.flatMap(({ speakers }) => speakers))]) };
  }
  const judged = state.tasks.filter((other) => judgedSteps(definition, task.step).includes(other.step));
  const ownWork = judged.find((other) =>
    [...other.people, other.endedBy ?? ""].some((login) => isSamePerson(login, author)),
  );
  if (ownWork && !handbook.handbook.config.selfApproval)
    return { refusal: text.run.ownWork(ownWork.title, commandLine("/hand-to @login why", context)) };
  return { roles: own.map(({ role }) => role) };
}
