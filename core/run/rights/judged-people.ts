import type { StepId } from "../../definition/index.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import { ledgerIn } from "../ledger/notes-of.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import { starterOf } from "../people/starter-of.ts";
import { judgedWork } from "../state/judged-work.ts";
import type { TaskState } from "../state/task-state.ts";
import type { RightsFacts } from "./claim-of.ts";

/**
 * Those whose work an approval judges: everybody who had one of the judged steps from when its turn came, or ended it, in this
 * round or an earlier one; of a step that is a run of its own, everybody who had or ended a step of that. Where
 * `approvals: locked` and `starterApproves: false` stand in handbook.yml, whoever started the run too. Empty for everything but approvals.
 */
export function judgedPeople(
  approval: TaskState,
  {
    ledger,
    state,
    definition,
    handbook,
    run,
  }: Pick<RightsFacts, "ledger" | "state" | "definition" | "handbook" | "run">,
): readonly string[] {
  if (approval.kind !== "approval") return [];
  const { approvals, starterApproves } = handbook.handbook.config;
  const work = judgedWork(definition, approval.step);
  const tasks = state.tasks.filter(({ step, isLeftOut }) => work.has(step) && !isLeftOut);
  const startedBy = starterOf({ ledger, observed: { run } });
  const starter = approvals === "locked" && !starterApproves ? [startedBy ?? ""] : [];
  const people = [
    ...starter,
    ...tasks.flatMap((task) => [
      ...task.people,
      ...peopleBefore(task, ledger.entries),
      ...peopleOfChild(task),
    ]),
  ];
  return [...new Set(people.filter((person) => person !== ""))];
}

/** Who ended the step in an earlier round, and who handed it on when it was its turn already. */
function peopleBefore({ step, endedBy, readyAt }: TaskState, entries: readonly LedgerEntry[]): string[] {
  const own = entries.filter((entry) => "step" in entry && entry.step === step);
  const closers = own.flatMap((entry) =>
    entry.kind === "closed" || entry.kind === "skipped" || entry.kind === "decided" ? [entry.by] : [],
  );
  return [...closers, endedBy ?? "", ...handedOnDuring(step, readyAt, own)];
}

/** A hand-over names the people who had the step until then; those before its turn have done nothing yet. */
function handedOnDuring(step: StepId, readyAt: string | undefined, own: readonly LedgerEntry[]): string[] {
  const handed = own.flatMap((entry) => (entry.kind === "handed" && entry.step === step ? [entry] : []));
  return handed.flatMap((entry) => (readyAt !== undefined && entry.at >= readyAt ? (entry.from ?? []) : []));
}

function peopleOfChild({ kind, issue }: TaskState): string[] {
  if (kind !== "process" || issue === undefined || !isChildRun(issue)) return [];
  const child = ledgerIn(issue);
  if (!child) return [];
  return [
    ...[...child.baseline.values()].flatMap(({ people }) => people),
    ...child.entries.flatMap((entry) =>
      entry.kind === "handed"
        ? entry.to
        : entry.kind === "closed" || entry.kind === "skipped"
          ? [entry.by]
          : [],
    ),
  ];
}
