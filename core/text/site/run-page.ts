import type { CivilDate } from "../../calendar/index.ts";
import { dayAndMonth, shortDate } from "../format-date.ts";
import { count, listInWords } from "../plural.ts";

/** Where a task of a run stands, as its page tells it. */
export type RunStepState =
  | "done"
  | "skipped"
  | "not-approved"
  | "late"
  | "ready"
  | "held-up"
  | "waiting"
  | "cancelled";

/** The ways in which a run can leave its plan, as its page tells them. */
type Departure = "skipped" | "not-approved" | "added" | "moved" | "handed-over" | "closed-early" | "reopened";

const stateWords: Readonly<Record<RunStepState, string>> = {
  done: "done",
  skipped: "left out",
  "not-approved": "left out, not approved",
  late: "late",
  ready: "can begin",
  "held-up": "held up",
  waiting: "waits",
  cancelled: "not needed",
};

const openStates: ReadonlySet<RunStepState> = new Set(["late", "ready", "held-up", "waiting"]);

/** The page of a run. */
export const runPage = {
  lead: (process: string) =>
    `Where this run of “${process}” stands, who has what, and what went otherwise than planned.`,
  onGithub: (number: number) => `Issue #${number} on GitHub`,
  start: "Started",
  /** `who` is absent where it is not told who it was. */
  started: (on: CivilDate, who: string | undefined) =>
    `${shortDate(on)}${who === undefined ? "" : ` by ${who}`}`,
  took: "Took",
  onTime: "Steps on time",
  revision: (revision: string) => `It follows the text of its process as of revision ${revision}.`,
  turns: "Whose turn it is",
  noTurns: "It is nobody's turn at the moment.",
  flow: "Where it stands",
  flowHint: "Choose a step to see its line in the list below.",
  flowTitle: (title: string) => `Steps of “${title}”, and where each stands`,
  flowDescription: (steps: number) =>
    `${count(steps, "step")} from above to below. Each leads to its line in the list; lines lead to the steps that wait for it.`,
  steps: "All steps",
  step: "Step",
  who: "Who",
  due: "Promised",
  state: "State",
  left: "Left for others",
  leftHint:
    "What a step leaves, and for whom, is what the handbook says today; what was entered is what people wrote when it was done.",
  forWhom: (titles: string) => `for ${titles}`,
  forStep: (title: string) => `for “${title}”`,
  /** Below the state of a step that waits, or is held up. */
  waitsFor: (steps: readonly string[]) => `until ${listInWords(steps)} is over`,
  planned: (date: CivilDate) => `planned ${dayAndMonth(date)}`,
  states: stateWords,
  /** The state of a step with the day it ended, where it has. */
  stateOn: (state: RunStepState, on: CivilDate | undefined) =>
    on === undefined ? stateWords[state] : `${stateWords[state]} ${dayAndMonth(on)}`,
  /** The state of a step in the flow: with the day it ended, or the one it is promised for. */
  stands: (
    state: RunStepState,
    { endedOn, due }: { readonly endedOn?: CivilDate | undefined; readonly due: CivilDate },
  ) => {
    if (endedOn !== undefined) return `${stateWords[state]} ${dayAndMonth(endedOn)}`;
    return openStates.has(state) ? `${stateWords[state]}, due ${dayAndMonth(due)}` : stateWords[state];
  },
  departures: "What went otherwise than planned",
  noDepartures: "Nothing: it goes by its plan.",
  noDeparturesOver: "Nothing: it went by its plan.",
  /** One departure; `step` is absent where it is about the whole run, `to` where no date was moved, `by` where it is not told who it was. */
  departure: (
    kind: Departure,
    {
      step,
      to,
      by,
    }: { readonly step?: string | undefined; readonly to?: CivilDate | undefined; readonly by: string },
  ) => {
    const what = step === undefined ? "The whole run" : `“${step}”`;
    return `${what} ${departureWords(kind, to)}${by === "" ? "" : ` by ${by}`}`;
  },
  comment: "the comment",
};

function departureWords(kind: Departure, to: CivilDate | undefined): string {
  switch (kind) {
    case "skipped":
      return "left out";
    case "not-approved":
      return "left out, so it is not approved,";
    case "added":
      return "added";
    case "moved":
      return to === undefined ? "moved" : `moved to ${dayAndMonth(to)}`;
    case "handed-over":
      return "handed over";
    case "closed-early":
      return "closed before its turn";
    case "reopened":
      return "opened again";
  }
}
