import type { CivilDate } from "../../calendar/index.ts";
import type { ProcessId, StepId } from "../../definition/index.ts";
import { readProcessId } from "../../form/index.ts";
import type { Instant } from "../../metrics/index.ts";
import type { Commitment } from "../../plan/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ledgerIn } from "../ledger/notes-of.ts";
import { isPlainStep, type PlacedIssue } from "../observed/is-plain-step.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { currentAnchorDate } from "../state/current-anchor-date.ts";
import { promisedDays } from "../state/promised-days.ts";

/** Another open run of the repository, or a start that waits, as much as a plan has to know of it. */
export interface OtherRun {
  readonly number: number;
  readonly process: ProcessId;
  /** The anchor date it has now; nothing while the bot has not planned it, and its form alone tells. */
  readonly anchorDate: CivilDate | undefined;
  readonly body: string;
  /** Who started it or asked for it. */
  readonly startedBy: string;
  /** Whether the bot opened it by itself. */
  readonly isOurs: boolean;
  /** Whether it has begun: a start that waits gives nobody anything to do. */
  readonly hasBegun: boolean;
  /** When it began; absent while it has not. */
  readonly startedAt?: Instant | undefined;
  /** The run that its start was said to look like; absent where nobody was told of any. */
  readonly like?: number | undefined;
  /** What its open steps ask of people. Empty while it has not begun. */
  readonly open: readonly OtherTask[];
}

/** An open step of another run: when it is due, and who has it. */
export interface OtherTask extends Commitment {
  /** Nothing while the step has no issue yet. */
  readonly issue: number | undefined;
}

/**
 * What other plans have to know of a run, by the bot's notes on it: they alone tell it in one short reading of many runs. `closed` are
 * the numbers of its steps that are over. Of an issue without notes only what its form asks for is known.
 */
export function otherRunOf(issue: OtherRunIssue, closed: ReadonlySet<number>): OtherRun {
  const { number, body, author, isOurs } = issue;
  const ledger = ledgerIn(issue);
  const hasBegun = ledger !== undefined && ledger.startedAt !== null;
  return {
    number,
    process: ledger?.process ?? (isPlainStep(issue) ? "" : (readProcessId(body) ?? "")),
    anchorDate: ledger && currentAnchorDate(ledger),
    body,
    startedBy: ledger?.startedBy ?? author,
    isOurs,
    hasBegun,
    startedAt: ledger?.startedAt ?? undefined,
    like: ledger?.like,
    open: hasBegun ? openTasks(ledger, closed) : [],
  };
}

/** The issue of a run, as much as is read of it here. */
export type OtherRunIssue = PlacedIssue & Pick<ObservedIssue, "number" | "author">;

function openTasks(ledger: Ledger, closed: ReadonlySet<number>): OtherTask[] {
  const people = peopleOfSteps(ledger);
  return [...promisedDays(ledger)].flatMap(([step, [, dueDate]]) => {
    const issue = ledger.issues.get(step);
    return issue !== undefined && closed.has(issue)
      ? []
      : [{ issue, dueDate, assignees: people.get(step) ?? [] }];
  });
}

/** Who has each step by the notes: whom the plan gave it to, and whom it was handed to since. */
function peopleOfSteps({ baseline, entries }: Ledger): Map<StepId, readonly string[]> {
  const people = new Map<StepId, readonly string[]>();
  for (const [step, planned] of baseline) people.set(step, planned.people);
  for (const entry of entries) {
    if (entry.kind === "added") people.set(entry.step, [entry.person]);
    if (entry.kind !== "handed") continue;
    const { step, to, from = [], roles } = entry;
    const stay = (login: string) => !from.some((other) => isSamePerson(other, login));
    people.set(step, roles === undefined ? to : [...(people.get(step) ?? []).filter(stay), ...to]);
  }
  return people;
}
