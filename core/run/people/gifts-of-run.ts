import type { StepId } from "../../definition/index.ts";
import { doerOf } from "../ledger/doer-of.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import { peopleGiven } from "../state/people-given.ts";
import { peopleNow } from "../state/people-now.ts";
import type { Account } from "./account.ts";
import { accountsKnownAs } from "./accounts-known-as.ts";
import { isSamePerson } from "./is-same-person.ts";

/** Work of a run that somebody gave to others. */
export interface Gift {
  /** The step; nothing where it was given by what concerns the whole run. */
  readonly step: StepId | undefined;
  /** Nothing where it was given in the start form of a run at the top. */
  readonly by: Account | undefined;
  /** All that may be meant: somebody may be in it more than once, or by an id with an empty login. */
  readonly to: readonly Account[];
}

/**
 * Who gave work of a run to whom: with a command, by hand, with a newer text or in the start form, also where that was taken back; and what was given
 * so in the runs that were steps of it, at any depth. `startedBy` is whoever started it; nothing where the bot did.
 */
export function giftsOfRun(ledger: Ledger, startedBy: Account | undefined): readonly Gift[] {
  const named = [...new Set([...ledger.peopleByRole.values()].flat())];
  const inForm = named.flatMap((login) => accountsKnownAs(login, ledger));
  return [
    ...(inForm.length === 0 ? [] : [{ step: undefined, by: startedBy, to: inForm }]),
    ...ledger.entries.flatMap((entry, index) => [...given(entry, index, ledger), ...carried(entry)]),
  ];
}

function given(entry: LedgerEntry, index: number, ledger: Ledger): Gift[] {
  const by = doerOf(entry);
  if (entry.kind === "upgraded") {
    const earlier = { ...ledger, entries: ledger.entries.slice(0, index) };
    return [...entry.people].map(([step, people]) => {
      const had = peopleNow(step, peopleGiven(step, earlier) ?? [], earlier);
      const isNew = (login: string) => !had.some((other) => isSamePerson(other, login));
      return { step, by, to: people.filter(isNew).flatMap((login) => accountsKnownAs(login, ledger)) };
    });
  }
  const to = givenTo(entry, ledger);
  return to.length === 0 ? [] : [{ step: "step" in entry ? entry.step : undefined, by, to }];
}

/** Whom an entry gives a step to; of one that was taken back, whose accounts had the step before it or by it. */
function givenTo(entry: LedgerEntry, ledger: Ledger): readonly Account[] {
  if (entry.kind === "handed")
    return entry.to.map((login) => ({ login, id: entry.toIds?.get(login.toLowerCase()) ?? null }));
  if (entry.kind === "undone" && entry.of === "handed") return (entry.hadBy ?? []).map(byId);
  return entry.kind === "added" ? accountsKnownAs(entry.person, ledger) : [];
}

/** What was given in the run that a step was. */
function carried(entry: LedgerEntry): Gift[] {
  const step = "step" in entry ? entry.step : undefined;
  return (entry.gave ?? []).map(([by, to]) => ({
    step,
    by: by === null ? undefined : byId(by),
    to: to.map(byId),
  }));
}

function byId(id: number): Account {
  return { login: "", id };
}
