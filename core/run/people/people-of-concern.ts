import type { ProcessDefinition, Step } from "../../definition/index.ts";
import { readProcessId, readStartForm } from "../../form/index.ts";
import { parseCommands } from "../commands/parse-commands.ts";
import { newCommands, newReplies } from "../happenings/comment-happenings.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ledgerOf } from "../ledger/ledger-of.ts";
import type { ObservedComment, RunIssues } from "../observed/observed-run.ts";
import { foreignStatusComments } from "../observed/other-keeper.ts";
import { startTextOf } from "../observed/start-text.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { actorsByHand, everyActor } from "./actors-by-hand.ts";
import { isNamed } from "./is-named.ts";

/** The people whose facts a decision needs, by login in lower case. */
export interface PeopleOfConcern {
  /** Whether they can be assigned. */
  readonly assignable: readonly string[];
  /** What they may do in the repository. */
  readonly permissions: readonly string[];
}

/** Names that a comment gives beyond this many are not looked up: its commands then name somebody who cannot be assigned. */
const mostNamesAComment = 10;
/** The same for all that one person has written since the last look, so that many comments cost no more than a few. */
const mostNamesAPerson = 30;

/**
 * Whom to ask GitHub about before a decision on a run can be made. Whoever asks for something, in a comment or by hand, and all
 * whose word the answer may rest on are asked about anew, whoever they were before; while nobody asks for anything, only those who
 * have a step.
 */
export function peopleOfConcern({
  observed,
  handbook,
}: {
  readonly observed: RunIssues;
  readonly handbook: RunHandbook;
}): PeopleOfConcern {
  const ledger = ledgerOf(observed);
  const { roles } = handbook.handbook;
  const definition = handbook.handbook.processes.get(
    ledger?.process ?? readProcessId(startTextOf(observed.run)) ?? "",
  );
  const commands = newCommands(observed, ledger);
  const named = namesAskedFor(commands.map(({ comment }) => comment));
  const keepers = foreignStatusComments(observed).map(({ author }) => author);
  const hasBegun = ledger !== undefined && ledger.startedAt !== null;
  const opener = observed.run.author;
  // Whoever can write can be assigned, so a named person who cannot be has no other right to begin.
  const isOpenerNamed = !hasBegun && isNamed(opener, roles);
  const asking = [
    ...(hasBegun || isOpenerNamed ? [] : [opener]),
    ...commands.map(({ comment }) => comment.author),
    ...newReplies(observed, ledger).map(({ author }) => author),
    ...(hasBegun ? actorsByHand(observed, ledger) : everyActor(observed)),
  ];
  const isAnythingAsked = !hasBegun || asking.length > 0;
  const inCharge = hasBegun
    ? [...peopleInLedger(ledger), ...(isAnythingAsked ? [ledger.startedBy] : [])]
    : peopleInForm(observed, definition, handbook);
  const offered = handbook.offered?.handbook;
  const answerable = isAnythingAsked
    ? [
        ...peopleInRoles(definition, roles),
        ...(offered ? peopleInRoles(offered.processes.get(definition?.id ?? ""), offered.roles) : []),
      ]
    : [];
  return {
    assignable: unique([...inCharge, ...answerable, ...asking, ...(isOpenerNamed ? [opener] : []), ...named]),
    permissions: unique([...keepers, ...asking, ...(isAnythingAsked ? named : [])]),
  };
}

function namesAskedFor(comments: readonly ObservedComment[]): string[] {
  const byAuthor = Map.groupBy(comments, ({ author }) => author.toLowerCase());
  return [...byAuthor.values()].flatMap((own) =>
    unique(own.flatMap(({ body }) => namesIn(body))).slice(0, mostNamesAPerson),
  );
}

function namesIn(body: string): string[] {
  return parseCommands(body)
    .commands.flatMap(({ rest }) =>
      [...rest.matchAll(/@([A-Za-z0-9-]{1,39})/g)].map(([, login = ""]) => login),
    )
    .slice(0, mostNamesAComment);
}

function peopleInForm(
  { run }: RunIssues,
  definition: ProcessDefinition | undefined,
  { handbook }: RunHandbook,
): string[] {
  if (!definition) return [];
  const reading = readStartForm(startTextOf(run), definition, handbook.roles);
  if (!reading.ok) return [];
  const asked = definition.ask
    .filter(({ type }) => type === "person")
    .flatMap(({ id }) => reading.request.answers.get(id) ?? []);
  return [...asked, ...[...reading.request.peopleByRole.values()].flat()];
}

function peopleInLedger(ledger: Ledger): string[] {
  return [
    ...[...ledger.baseline.values()].flatMap(({ people }) => people),
    ...[...ledger.peopleByRole.values()].flat(),
    ...ledger.entries.flatMap((entry) =>
      entry.kind === "handed"
        ? entry.to
        : entry.kind === "added"
          ? [entry.person]
          : entry.kind === "upgraded"
            ? [...entry.people.values()].flat()
            : [],
    ),
  ];
}

function peopleInRoles(
  definition: ProcessDefinition | undefined,
  roles: RunHandbook["handbook"]["roles"],
): string[] {
  const inCharge = (step: Step) => [...step.roles, ...step.approvers, step.accountable];
  const ids = new Set([definition?.processOwner ?? "", ...(definition?.steps ?? []).flatMap(inCharge)]);
  return [...ids].flatMap((id) => [...(roles.get(id)?.people ?? []), ...(roles.get(id)?.deputies ?? [])]);
}

function unique(logins: readonly string[]): string[] {
  return [...new Set(logins.map((login) => login.toLowerCase()))];
}
