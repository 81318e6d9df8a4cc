import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import { addEntry } from "../ledger/room.ts";
import type { ObservedPeople } from "../observed/observed-run.ts";
import { accountNow } from "../people/account.ts";
import { accountsKnownAs } from "../people/accounts-known-as.ts";
import { accountsOfRun } from "../people/accounts-of-run.ts";
import { giftsOfChild } from "../people/gifts-of-child.ts";
import { workersOfRun } from "../people/workers-of-run.ts";
import { ledgerOfChild } from "../state/ledger-of-child.ts";
import { withPromised } from "../state/promises-after-entry.ts";
import type { RunFacts } from "../state/run-state.ts";
import type { RunState } from "../state/task-state.ts";
import { withTurn } from "../state/with-turn.ts";
import { following } from "../upgrade/index.ts";
import { withAsked } from "./with-asked.ts";
import { withSeen } from "./with-seen.ts";

/**
 * The ledger with one more entry, which keeps what is known of it now: whose accounts it is about, counts, dates, whether it was its turn, the
 * promised dates it moves, and what is asked of approvers by it. Nothing where it has no room.
 */
export function noteEntry(
  added: LedgerEntry,
  facts: RunFacts,
  state: RunState,
  people: ObservedPeople,
): Ledger | undefined {
  const known = withHolders(withSeen(withAccounts(added, people), facts), facts, state, people);
  const noted = withGifts(withTurn(withDates(known, state), state), facts);
  const asking = withAsked(withPromised(noted, facts.ledger, facts), facts, state);
  const longer = addEntry(facts.ledger, asking);
  return longer && added.kind === "upgraded" ? withNewAccounts(longer, facts, people) : longer;
}

/** Another text names other people, whose logins may pass to somebody else later. */
function withNewAccounts(ledger: Ledger, facts: RunFacts, people: ObservedPeople): Ledger {
  const { definition, handbook } = following(facts, ledger);
  const accounts = new Map([
    ...(ledger.accounts ?? []),
    ...(accountsOfRun(ledger, definition, { handbook, people }) ?? []),
  ]);
  return accounts.size > 0 ? { ...ledger, accounts } : ledger;
}

/** Notes whose accounts a step is handed to, since the login may pass to somebody else. */
function withAccounts(added: LedgerEntry, people: ObservedPeople): LedgerEntry {
  if (added.kind !== "handed") return added;
  const toIds = new Map(
    added.to.flatMap((login) => {
      const { id } = accountNow(login, people);
      return id === null ? [] : [[login.toLowerCase(), id] as const];
    }),
  );
  return toIds.size > 0 ? { ...added, toIds } : added;
}

/** Notes whose accounts had the step that an entry ends or hands on, since a login tells nothing once it is changed. */
function withHolders(
  added: LedgerEntry,
  { issues, ledger }: RunFacts,
  { tasks }: RunState,
  people: ObservedPeople,
): LedgerEntry {
  if (!("step" in added) || added.step === undefined || !endsTurn.includes(added.kind)) return added;
  const issue = issues.get(added.step);
  const inside = ledgerOfChild(issue);
  // Whatever run is above this one sees these notes, and not those of a run inside it.
  const workers = inside ? workersOfRun(inside).flatMap(({ id }) => id ?? []) : [];
  const inCharge = tasks.find(({ step }) => step === added.step)?.people ?? [];
  const known = inCharge.flatMap((login) => [...accountsKnownAs(login, ledger), accountNow(login, people)]);
  // Whom somebody has assigned by hand may never have had it: that is a fact of its own, or is put back.
  const isGiven = (id: number) => known.some((account) => account.id === id);
  const isAsGiven = issue?.assignment == null || issue.assignment.isOurs;
  const holders = (issue?.assigneeIds ?? []).filter((id) => isAsGiven || isGiven(id));
  const hadBy = [...new Set([...holders, ...workers])];
  return hadBy.length > 0 ? { ...added, hadBy } : added;
}

/** Notes of a run that ends who gave work in it to whom: whatever run is above this one sees these notes, and not those of a run inside it. */
function withGifts(added: LedgerEntry, { issues }: RunFacts): LedgerEntry {
  if (!("step" in added) || added.step === undefined || !endsTurn.includes(added.kind)) return added;
  const known = new Map<number | null, Set<number>>();
  for (const { by, to } of giftsOfChild(issues.get(added.step))) {
    const giver = by === undefined ? null : by.id;
    const others = to.flatMap(({ id }) => (id === null || id === giver ? [] : [id]));
    // Whose account nobody knows cannot be told from others later.
    if (others.length === 0 || (by !== undefined && giver === null)) continue;
    known.set(giver, (known.get(giver) ?? new Set()).union(new Set(others)));
  }
  const gave = [...known].map(([by, to]) => [by, [...to]] as const);
  return gave.length > 0 ? { ...added, gave } : added;
}

const endsTurn: readonly LedgerEntry["kind"][] = ["closed", "skipped", "decided", "handed"];

const endings: readonly LedgerEntry["kind"][] = ["closed", "skipped", "approved", "decided"];

/** Notes the dates that the step an entry may end has now. */
function withDates(added: LedgerEntry, { tasks }: RunState): LedgerEntry {
  if (!("step" in added) || !endings.includes(added.kind)) return added;
  const task = tasks.find(({ step }) => step === added.step);
  return task ? { ...added, dates: [task.plannedStart, task.dueDate] } : added;
}
