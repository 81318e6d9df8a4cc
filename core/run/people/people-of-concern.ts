import type { ProcessDefinition, Step } from "../../definition/index.ts";
import { readProcessId, readStartForm } from "../../form/index.ts";
import { newCommands } from "../happenings/comment-happenings.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ledgerOf } from "../ledger/ledger-of.ts";
import type { RunIssues } from "../observed/observed-run.ts";
import { foreignStatusComments } from "../observed/other-keeper.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { revisionOfSteps } from "../step-issue/index.ts";
import { isNamed } from "./is-named.ts";

/** The people whose facts a decision needs, by login in lower case. */
export interface PeopleOfConcern {
  /** Whether they can be assigned. */
  readonly assignable: readonly string[];
  /** What they may do in the repository. */
  readonly permissions: readonly string[];
}

/** Whom to ask GitHub about before a decision on a run can be made. */
export function peopleOfConcern({
  observed,
  handbook,
}: {
  readonly observed: RunIssues;
  readonly handbook: RunHandbook;
}): PeopleOfConcern {
  const ledger = ledgerOf(observed);
  const definition = handbook.handbook.processes.get(
    ledger?.process ?? readProcessId(observed.run.body) ?? "",
  );
  const commands = newCommands(observed, ledger);
  const named = commands.flatMap(({ comment }) =>
    [...comment.body.matchAll(/@([A-Za-z0-9-]{1,39})/g)].map((match) => match[1] ?? ""),
  );
  const authors = commands.map(({ comment }) => comment.author);
  const keepers = foreignStatusComments(observed).map(({ author }) => author);
  const hasBegun = ledger !== undefined && ledger.startedAt !== null;
  // A run of which only the steps are left is read again from all that was written, and each command is judged anew.
  const isRestored = !hasBegun && revisionOfSteps(observed) !== undefined;
  const inCharge = hasBegun
    ? peopleInLedger(ledger)
    : [
        ...peopleInForm(observed, definition, handbook),
        ...peopleInRoles(definition, handbook.handbook.roles),
      ];
  return {
    assignable: unique([...inCharge, ...named]),
    permissions: unique(
      hasBegun
        ? [...keepers, ...authors]
        : [
            ...keepers,
            ...[observed.run.author, ...authors].filter(
              (login) => isRestored || !isNamed(login, handbook.handbook.roles),
            ),
          ],
    ),
  };
}

function peopleInForm(
  { run }: RunIssues,
  definition: ProcessDefinition | undefined,
  { handbook }: RunHandbook,
): string[] {
  if (!definition) return [];
  const reading = readStartForm(run.body, definition, handbook.roles.keys());
  if (!reading.ok) return [];
  const asked = definition.ask
    .filter(({ type }) => type === "person")
    .flatMap(({ id }) => reading.request.answers.get(id) ?? []);
  return [...asked, ...[...reading.request.peopleByRole.values()].flat()];
}

function peopleInLedger(ledger: Ledger): string[] {
  return [
    ...[...ledger.baseline.values()].flatMap(({ people }) => people),
    ...ledger.entries.flatMap((entry) =>
      entry.kind === "handed" ? entry.to : entry.kind === "added" ? [entry.person] : [],
    ),
  ];
}

function peopleInRoles(
  definition: ProcessDefinition | undefined,
  roles: RunHandbook["handbook"]["roles"],
): string[] {
  const inCharge = (step: Step) => [...step.roles, ...step.approvers, step.accountable];
  const ids = new Set((definition?.steps ?? []).flatMap(inCharge));
  return [...ids].flatMap((id) => [...(roles.get(id)?.people ?? []), ...(roles.get(id)?.deputies ?? [])]);
}

function unique(logins: readonly string[]): string[] {
  return [...new Set(logins.map((login) => login.toLowerCase()))];
}
