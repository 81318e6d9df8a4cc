import type { StepId } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Account } from "./account.ts";
import { accountsKnownAs } from "./accounts-known-as.ts";

/** Everybody who has a step of a run or had it at any time, whether it was its turn or not. Somebody may be in it more than once. */
export function holdersEver(step: StepId, ledger: Ledger): readonly Account[] {
  const known = (logins: readonly string[]) => logins.flatMap((login) => accountsKnownAs(login, ledger));
  return [
    ...known(ledger.baseline.get(step)?.people ?? []),
    ...ledger.entries.flatMap((entry) => {
      if (entry.kind === "upgraded") return known(entry.people.get(step) ?? []);
      if (!("step" in entry) || entry.step !== step) return [];
      const had = (entry.hadBy ?? []).map((id) => ({ login: "", id }));
      if (entry.kind === "added") return known([entry.person]);
      return entry.kind === "handed" ? [...known([...(entry.from ?? []), ...entry.to]), ...had] : had;
    }),
  ];
}
