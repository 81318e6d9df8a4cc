import { type CivilDate, civilToday } from "../../calendar/index.ts";
import type { Handbook, ProcessId } from "../../definition/index.ts";
import { readAnchorDate, readProcessId } from "../../form/index.ts";
import { ledgerOf } from "../ledger/ledger-of.ts";
import { hasMarker } from "../notes/index.ts";
import type { RunIssues } from "../observed/observed-run.ts";
import { isNamed } from "../people/is-named.ts";
import { currentAnchorDate } from "../state/current-anchor-date.ts";
import type { Occurrence } from "./occurrences-of.ts";

/** An issue that asked for a run, as much as is needed to see for what. */
export interface StartIssue {
  readonly number: number;
  readonly isOpen: boolean;
  readonly body: string;
  readonly author: string;
  /** Whether the bot wrote it. */
  readonly isOurs: boolean;
  /** ISO instant. */
  readonly createdAt: string;
  /** Whether a run of it has begun: it has steps. */
  readonly hasSteps: boolean;
  /** The anchor date its run has now, where that is known. */
  readonly anchorDate?: CivilDate | undefined;
}

/** An open run, or an issue that waits to become one, as a start. */
export function startIssueOf(observed: RunIssues): StartIssue {
  const { run, steps } = observed;
  const ledger = ledgerOf(observed);
  return {
    number: run.number,
    isOpen: run.state === "open",
    body: run.body,
    author: run.author,
    isOurs: run.isOurs,
    createdAt: run.createdAt,
    hasSteps: steps.length > 0,
    anchorDate: ledger && currentAnchorDate(ledger),
  };
}

/**
 * Whether an issue is the start of an occurrence: the bot opened it for that, or somebody of the team began the same
 * process for the same day. What a visitor filled in does not count before it has begun.
 */
export function isStartFor(
  issue: StartIssue,
  process: ProcessId,
  occurrence: Occurrence,
  { processes, roles }: Pick<Handbook, "processes" | "roles">,
): boolean {
  if (issue.isOurs && hasMarker("repeat", occurrenceKey(process, occurrence), issue.body)) return true;
  const definition = processes.get(process);
  if (!definition || readProcessId(issue.body) !== process) return false;
  const isMeant = issue.hasSteps || issue.isOurs || isNamed(issue.author, roles);
  const dates = [readAnchorDate(issue.body, definition), issue.anchorDate];
  return isMeant && dates.includes(occurrence.anchorDate);
}

/** What tells an occurrence from every other, for ever. */
export function occurrenceKey(process: ProcessId, { ruleDate }: Occurrence): string {
  return `${process} ${ruleDate}`;
}

/** The day an issue was made, in the handbook's time zone. */
export function madeOn({ createdAt }: StartIssue, { config }: Pick<Handbook, "config">): CivilDate {
  return civilToday(createdAt, config.timeZone);
}
