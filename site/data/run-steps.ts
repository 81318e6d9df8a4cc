import type { CivilDate } from "../../core/calendar/index.ts";
import {
  type CollectedRecord,
  peopleNow,
  type RunRecord,
  type StepOfRun,
  type TaskRecord,
} from "../../core/metrics/index.ts";
import { listInWords, type RunStepState, shortDate, siteText } from "../../core/text/index.ts";
import { addressesUnder } from "./addresses.ts";
import { leavesOf } from "./leaves-of.ts";
import { hasPage } from "./person-page.ts";
import { roleTitle } from "./role-title.ts";
import type { Site } from "./site.ts";
import { taskAddress } from "./task-address.ts";

/** Words that may lead somewhere. */
export interface MaybeLink {
  readonly text: string;
  readonly href?: string | undefined;
}

/** A step of a run, as a line of its page. */
export interface RunStepLine {
  /** Where it stands on the page. */
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** The heading it stands under. */
  readonly phase?: string | undefined;
  readonly state: RunStepState;
  readonly stateText: string;
  /** Its people, and while there are none the roles it is for. */
  readonly who: readonly MaybeLink[];
  readonly due: CivilDate;
  readonly dueText: string;
  /** When it was planned at first, where that is another day now. */
  readonly planned?: string | undefined;
  /** When it is expected, where that is after its promised date. */
  readonly expected?: string | undefined;
  /** The steps it waits for, with who has them. */
  readonly waitsFor: readonly string[];
  /** What it has left, and for whom; empty until it is done. */
  readonly left: readonly RunLeaving[];
}

/** Something a step has left. */
export interface RunLeaving extends MaybeLink {
  /** What it was asked for as, where it was entered. */
  readonly label?: string | undefined;
  /** Who goes on with it, in words; absent at the end. */
  readonly forWhom?: string | undefined;
}

/** What stands before the id of a step in the id of its line: ids of processes and steps begin with a letter or a digit, so it meets none. */
export const runStepAnchor = "_step-";

/** A step of a run as a line of its page. */
export function runStepLine(step: StepOfRun, run: RunRecord, site: Site): RunStepLine {
  const { task, state, endedOn, expected, plannedFor, waitsFor } = step;
  const words = siteText.runPage;
  return {
    id: `${runStepAnchor}${task.step}`,
    title: task.title,
    href: taskAddress(task, run, site),
    phase: task.phase,
    state,
    stateText: words.stateOn(state, endedOn),
    who: whoHas(task, site),
    due: task.dueDate,
    dueText: `${shortDate(task.dueDate)}${task.dueTime === undefined ? "" : `, ${task.dueTime}`}`,
    planned: plannedFor && words.planned(plannedFor),
    expected: expected && siteText.calendar.expected(expected),
    waitsFor: waitsFor.map((before) =>
      siteText.work.awaited(before.title, peopleNow(before).map(site.nameOf)),
    ),
    left: state === "done" ? leftBy(step, run, site) : [],
  };
}

function whoHas(task: TaskRecord, site: Site): MaybeLink[] {
  const { person, role } = addressesUnder(site.settings.base);
  const people = peopleNow(task);
  if (people.length > 0)
    return people.map((login) => ({
      text: site.nameOf(login),
      href: hasPage(login, site) ? person(login) : undefined,
    }));
  return task.roles.map((id) => {
    const known = site.handbook.roles.get(id);
    return { text: roleTitle(id, known), href: known && role(id) };
  });
}

/** What the handbook says it leaves, and what was entered when it was done; each for the step that takes it, else for the roles that come next. */
function leftBy({ task, followers }: StepOfRun, run: RunRecord, { processes, handbook }: Site): RunLeaving[] {
  const { forWhom, forStep } = siteText.runPage;
  const definition = processes.get(run.process)?.definition;
  const written = definition?.steps.find(({ id }) => id === (task.madeFrom ?? task.step));
  const outputs = written && definition ? leavesOf(written, definition) : [];
  const roles = new Set(followers.flatMap((follower) => follower.roles));
  const titles = [...roles].map((id) => roleTitle(id, handbook.roles.get(id)));
  const forNext = titles.length === 0 ? undefined : forWhom(listInWords(titles));
  return [
    ...outputs.map(({ what, taker }) => ({ text: what, forWhom: taker ? forStep(taker.title) : forNext })),
    ...(task.collected ?? []).map((entered) => ({ ...enteredLink(entered), forWhom: forNext })),
  ];
}

/** A link that somebody typed leads to a page of the web, or nowhere. */
function enteredLink({ label, type, value }: CollectedRecord): Omit<RunLeaving, "forWhom"> {
  return { label, text: value, href: type === "link" && /^https?:\/\//.test(value) ? value : undefined };
}
