import { doerOf } from "../ledger/doer-of.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { Account } from "./account.ts";
import { accountsKnownAs } from "./accounts-known-as.ts";

/**
 * Everybody who had a step of a run, or ended one, also where that was taken back, by the run's own notes; of a step that was a run of its own
 * the notes tell by the ids of their accounts alone. Somebody may be in it more than once.
 */
export function workersOfRun(ledger: Ledger): readonly Account[] {
  const known = (logins: readonly string[]) => logins.flatMap((login) => accountsKnownAs(login, ledger));
  return [
    ...[...ledger.baseline.values()].flatMap(({ people }) => known(people)),
    ...ledger.entries.flatMap((entry) => {
      if (entry.kind === "handed") return [...known(entry.to), ...hadBy(entry)];
      if (entry.kind === "added") return known([entry.person]);
      if (entry.kind === "upgraded") return [...entry.people.values()].flatMap(known);
      if (entry.kind === "undone" && entry.of === "handed") return hadBy(entry);
      return isEnd(entry) ? [doerOf(entry), ...hadBy(entry)] : [];
    }),
  ];
}

function isEnd(entry: LedgerEntry): boolean {
  const { kind } = entry;
  if (kind === "undone") return entry.of === "closed";
  return kind === "closed" || kind === "skipped" || kind === "decided";
}

function hadBy(entry: LedgerEntry): Account[] {
  return (entry.hadBy ?? []).map((id) => ({ login: "", id }));
}
