import { changesBetween } from "../../change/index.ts";
import { type ProcessDefinition, type StepId, votesNeeded } from "../../definition/index.ts";
import type { UpgradeObstacle } from "../../text/index.ts";
import { hasAgreed } from "../people/has-agreed.ts";
import { approverParts, openParts } from "../state/approver-parts.ts";
import { judgedWork } from "../state/judged-work.ts";
import { peopleGiven } from "../state/people-given.ts";
import type { RunFacts } from "../state/run-state.ts";
import { taskProgressOf } from "../state/task-progress.ts";
import { isOver, type RunState, type TaskState } from "../state/task-state.ts";

/** A run with the text it follows and with another one. */
export interface TwoTexts {
  readonly before: { readonly facts: RunFacts; readonly state: RunState };
  readonly after: { readonly facts: RunFacts; readonly state: RunState };
}

/**
 * Why a run cannot be moved to another text without touching what is done or under way; empty when it can. A step that is over may only read
 * otherwise; one whose turn it is has to stay, of the same kind; and an approval that was given, if only in part, has to ask the same
 * roles about the same work, none of which was ruled out then, and none of those who agreed for another part; also where it is ruled out since.
 */
export function upgradeObstacles(texts: TwoTexts): UpgradeObstacle[] {
  const { before, after } = texts;
  const own = new Set(after.facts.definition.steps.map(({ id }) => id));
  const clashes = before.state.tasks.filter(
    ({ step, definition }) => definition === undefined && own.has(step),
  );
  const begun = before.state.tasks.filter(
    ({ isLeftOut, definition }) => !isLeftOut && definition !== undefined,
  );
  const found = [
    ...clashes.map(({ title }): UpgradeObstacle => ({ kind: "same-id", title })),
    ...begun.flatMap((task) => obstacleOf(task, texts) ?? []),
    ...givenBefore(before).flatMap((task) => changeOfGiven(task, texts) ?? []),
  ];
  return found.length > 0 ? found : otherProgress(texts);
}

/** The approvals that somebody has given and that are ruled out since: a decision made anew may bring them back as they were given. */
function givenBefore({ facts, state }: TwoTexts["before"]): readonly TaskState[] {
  return state.tasks.filter(
    ({ step, kind, isLeftOut }) =>
      isLeftOut &&
      kind === "approval" &&
      taskProgressOf(step, facts.ledger, facts.definition).approvedBy.length > 0,
  );
}

function obstacleOf(task: TaskState, texts: TwoTexts): UpgradeObstacle | undefined {
  const { title, step } = task;
  const kept = texts.after.state.tasks.find((other) => other.step === step && !other.isLeftOut);
  const isDone = isOver(task);
  if (kept === undefined) {
    if (isDone) return { kind: "done-gone", title };
    return task.status === "ready" ? { kind: "begun-gone", title } : undefined;
  }
  const changes = changesOf(step, texts);
  if (isDone && changes.length > 0) return { kind: "done-changed", title };
  const isOtherKind = task.kind !== kept.kind;
  const isRun = task.kind === "process" || kept.kind === "process";
  const isOtherChild = task.definition?.process !== kept.definition?.process;
  if ((isOtherKind && (task.status === "ready" || isRun)) || (isOtherChild && task.issue !== undefined))
    return { kind: "begun-other-kind", title };
  return task.kind === "approval" && task.approvedBy.length > 0 ? changeOfGiven(task, texts) : undefined;
}

/** What a text would change of an approval that somebody has given. */
function changeOfGiven({ step, title }: TaskState, texts: TwoTexts): UpgradeObstacle | undefined {
  const isOther = changesOf(step, texts).some(({ kind }) => kind !== "due" && kind !== "duration");
  if (isOther || givesSecondPart(step, texts)) return { kind: "approval-changed", title };
  // What only this run has stays as it is.
  const written = { entries: [] };
  const judged = [
    judgedWork(texts.before.facts.definition, step, written),
    judgedWork(texts.after.facts.definition, step, written),
  ] as const;
  const isSameWork = judged[0].size === judged[1].size && [...judged[0]].every((id) => judged[1].has(id));
  const isOtherwise = [...judged[0]].some((id) => !isSameText(id, texts));
  const isBack = [...judged[1]].some((id) => isBroughtBack(id, texts));
  return !isSameWork || isOtherwise || isBack ? { kind: "judged-changed", title } : undefined;
}

/** Whether a step that is ruled out would belong to the run, perhaps with what was done in it before that. */
function isBroughtBack(step: StepId, { before, after }: TwoTexts): boolean {
  const isInRun = ({ tasks }: RunState) => tasks.some((task) => task.step === step && !task.isLeftOut);
  return !isInRun(before.state) && isInRun(after.state);
}

/** Whether a part of an approval that is still open would be that of somebody who has agreed to another one: nobody is two people. */
function givesSecondPart(step: StepId, { before, after }: TwoTexts): boolean {
  const { ledger, definition } = after.facts;
  const approval = definition.steps.find(({ id }) => id === step);
  if (approval === undefined || votesNeeded(approval) === 1) return false;
  const { approvedBy } = taskProgressOf(step, before.facts.ledger, before.facts.definition);
  const parts = approverParts(approval, peopleGiven(step, ledger) ?? [], after.facts);
  return openParts(parts, approvedBy).some(({ people }) =>
    people.some((login) => hasAgreed(login, approvedBy, ledger)),
  );
}

/** What changed of a step that is there before and after, but for how it reads. */
function changesOf(step: StepId, { before, after }: TwoTexts) {
  return changesBetween(before.facts.definition, after.facts.definition).filter(
    (change) => "step" in change && change.step === step,
  );
}

function isSameText(step: StepId, { before, after }: TwoTexts): boolean {
  const textOf = ({ steps }: ProcessDefinition) => {
    const found = steps.find(({ id }) => id === step);
    return found && JSON.stringify([found.title, found.instructions.markdown, found.outputs, found.inputs]);
  };
  return textOf(before.facts.definition) === textOf(after.facts.definition);
}

/** The last word: whatever the texts say, what became of every step so far has to be read from the notes as before. */
function otherProgress({ before, after }: TwoTexts): UpgradeObstacle[] {
  const progress = (step: StepId, { ledger, definition }: RunFacts) =>
    JSON.stringify(taskProgressOf(step, ledger, definition));
  const standing = ({ status, dueDate, plannedStart, people }: TaskState) =>
    JSON.stringify([status, dueDate, plannedStart, people]);
  return before.state.tasks.flatMap((task): UpgradeObstacle[] => {
    const now = after.state.tasks.find(({ step }) => step === task.step);
    const isSame =
      progress(task.step, before.facts) === progress(task.step, after.facts) &&
      (task.endedAt === undefined || (now !== undefined && standing(task) === standing(now)));
    return isSame ? [] : [{ kind: "done-changed", title: task.title }];
  });
}
