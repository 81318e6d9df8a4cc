import { civilToday } from "../../calendar/index.ts";
import type { ProcessDefinition, StepId } from "../../definition/index.ts";
import type { Instant } from "../../metrics/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedIssue, ObservedPeople } from "../observed/observed-run.ts";
import { type Account, accountNow, isSameAccount, mayBeSameAccount } from "../people/account.ts";
import { holdersOf } from "../people/holders-of.ts";
import { isKnownAs } from "../people/is-known-as.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { peopleOfRole } from "../people/people-of-role.ts";
import { speakersOf } from "../people/speakers-of.ts";
import { starterOf } from "../people/starter-of.ts";
import type { RunHandbook } from "../run-handbook.ts";
import type { RunState, TaskState } from "../state/task-state.ts";
import { accountableFor } from "./accountable-for.ts";
import { approvalsHangingOn } from "./approvals-hanging-on.ts";
import { isAdministrator, isHere, mayWrite } from "./is-here.ts";
import { isUnclear } from "./is-unclear.ts";
import { judgedPeople } from "./judged-people.ts";
import { keptOutBy } from "./kept-out-by.ts";
import type { Claim } from "./may-do.ts";
import type { Standing } from "./right.ts";

/** What somebody's rights rest on. */
export interface RightsFacts {
  readonly ledger: Ledger;
  readonly state: RunState;
  readonly definition: ProcessDefinition;
  readonly handbook: RunHandbook;
  readonly people: ObservedPeople;
  /** The issue of the run. */
  readonly run: ObservedIssue;
  /** When it was asked for: who is away that day is stood in for. */
  readonly at: Instant;
}

/**
 * What a person is to a step of a run, or to the run when no step is given (then whoever has any step of it is a doer), by what GitHub says of them now. Whoever can neither be assigned here any more
 * nor write is a visitor, whatever the handbook, the ledger or an older moment says.
 */
export function claimOf(account: Account, facts: RightsFacts, task?: TaskState): Claim {
  const { ledger, handbook, people, run, state } = facts;
  const person = account.login;
  const isJudged = judgedPeople(task, facts).some((judged) => mayBeSameAccount(judged, account));
  if (!isHere(person, people)) return { standings: new Set(), isJudged, isUnclear: false };
  const isUnclearHere = isUnclear(task, facts);
  const isWriter = mayWrite(person, people);
  const isAmong = (logins: readonly string[], step?: StepId) =>
    logins.some((login) => isKnownAs(login, account, ledger, step));
  // Who is named is the account that had the login when the run began, not one that has taken it over since.
  const isNamed = [...handbook.handbook.roles.values()].some((role) =>
    isAmong([...role.people, ...role.deputies]),
  );
  const isTeam = isWriter || isNamed;
  const starter = starterOf({ ledger, observed: { run } });
  const isStarter =
    (starter !== undefined && isSameAccount(starter, account)) ||
    (isChildRun(run) && !asksForGate(task, facts) && isAmong(holdersOf(run)));
  const tasks = task === undefined ? state.tasks : [task];
  const isDoer = tasks.some(
    ({ step, kind, people: doers, issue }) =>
      kind !== "approval" &&
      (isAmong(doers, step) ||
        (issue !== undefined && holdersOf(issue).some((login) => isSamePerson(login, person)))),
  );
  const day = civilToday(facts.at, handbook.handbook.config.timeZone);
  const isApprover =
    isTeam &&
    tasks.some(({ step, parts }) => parts.some((part) => isAmong(speakersOf(part, parts, day, facts), step)));
  const has: Readonly<Record<Standing, boolean>> = {
    team: isTeam,
    writer: isWriter,
    starter: isStarter,
    doer: isDoer,
    accountable: isAccountable(account, facts, { task, isUnclear: isUnclearHere }),
    approver: isApprover,
  };
  return {
    standings: new Set(standingsIn(has)),
    isJudged,
    isUnclear: isUnclearHere && !isAdministrator(person, people),
  };
}

/**
 * Whether a step waits for an answer that may be that there is no approval. Whoever has the step that a run is may have taken it over, and counts as its starter for
 * everything else.
 */
function asksForGate(task: TaskState | undefined, { definition, handbook }: RightsFacts): boolean {
  return (
    handbook.handbook.config.approvals === "locked" &&
    task?.question !== undefined &&
    approvalsHangingOn(task.question.subject, definition, handbook).length > 0
  );
}

function standingsIn(has: Readonly<Record<Standing, boolean>>): Standing[] {
  return (Object.keys(has) as Standing[]).filter((standing) => has[standing]);
}

/**
 * Where nobody answers for a step whom one could ask, or nobody knows who may, the administrators of the repository do, so that no run is stuck; but none about
 * their own work.
 */
function isAccountable(
  account: Account,
  facts: RightsFacts,
  { task, isUnclear }: { readonly task: TaskState | undefined; readonly isUnclear: boolean },
): boolean {
  const accountable = accountableFor(facts, task);
  if (accountable.some((login) => isKnownAs(login, account, facts.ledger))) return true;
  const judged = judgedPeople(task, facts);
  const isAble = (login: string) =>
    !judged.some((other) => mayBeSameAccount(other, accountNow(login, facts.people)));
  if (!isUnclear && accountable.some(isAble)) return false;
  const roles = [
    task?.definition?.accountable ?? facts.definition.processOwner,
    facts.definition.processOwner,
  ];
  const keptOut = roles
    .flatMap((role) => peopleOfRole(role, facts).people)
    .filter((login) => isHere(login, facts.people) && !isAble(login));
  const barred = [...judged, ...keptOutBy(keptOut, task, facts)];
  return (
    isAdministrator(account.login, facts.people) && !barred.some((other) => mayBeSameAccount(other, account))
  );
}
