import { civilToday } from "../../calendar/index.ts";
import { type Handbook, nameOf } from "../../definition/index.ts";
import { type DeviationLine, listInWords, shortDate } from "../../text/index.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { RunIssues } from "../observed/observed-run.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { isLeftUnapproved } from "../state/approvals-in-wait.ts";
import type { RunState } from "../state/task-state.ts";
import { departuresIn } from "./departures-in.ts";
import { reasonUrls } from "./reason-urls.ts";

/** What {@link deviationsOf} looks at. */
export interface DeviationFacts {
  readonly ledger: Ledger;
  readonly state: RunState;
  readonly handbook: RunHandbook;
  readonly observed: RunIssues;
}

/** Every departure of a run from its plan, in the order it happened. Work sent back by an approval is none. */
export function deviationsOf({ ledger, state, handbook, observed }: DeviationFacts): DeviationLine[] {
  const urlOf = reasonUrls(observed, ledger);
  const titleOf = (step: string) => state.tasks.find((task) => task.step === step)?.title ?? step;
  return departuresIn(ledger).flatMap((entry) => {
    const isUnapproved =
      "step" in entry &&
      state.tasks.some((task) => task.step === entry.step && isLeftUnapproved(task, handbook));
    const departure = departureOf(entry, handbook, isUnapproved);
    if (departure === undefined) return [];
    const title = "step" in entry && entry.step !== undefined ? titleOf(entry.step) : "";
    const reason = ("reason" in entry ? entry.reason : undefined) ?? "";
    const on = civilToday(entry.at, handbook.handbook.config.timeZone);
    return [{ ...departure, title, by: entry.by, on, reason, reasonUrl: urlOf(entry) }];
  });
}

function departureOf(
  entry: LedgerEntry,
  { handbook }: RunHandbook,
  isUnapproved: boolean,
): Pick<DeviationLine, "kind" | "detail"> | undefined {
  switch (entry.kind) {
    case "skipped":
      return { kind: isUnapproved ? "not-approved" : "skipped", detail: "" };
    case "added":
      return { kind: "added", detail: "" };
    case "moved":
      return { kind: "moved", detail: shortDate(entry.anchorDate) };
    case "due":
      return { kind: "date", detail: shortDate(entry.date) };
    case "handed":
      return {
        kind: "handed-over",
        detail: handedTo(entry, handbook),
      };
    case "upgraded":
      return { kind: "upgraded", detail: entry.revision.slice(0, 7) };
    case "closed":
      return entry.early ? { kind: "closed-early", detail: "" } : undefined;
    case "reopened":
      return { kind: "reopened", detail: "" };
    default:
      return undefined;
  }
}

function handedTo({ to, roles }: Extract<LedgerEntry, { kind: "handed" }>, handbook: Handbook): string {
  const people = listInWords(to.map((login) => nameOf(login, handbook.people)));
  const titles = roles?.map((role) => handbook.roles.get(role)?.title ?? role);
  return titles === undefined ? people : `${people} as ${listInWords(titles)}`;
}
