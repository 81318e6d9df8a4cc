import { type ProcessDefinition, unfoldDefinition } from "../../definition/index.ts";
import { handbookFor } from "../handbook-for.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { RunHandbook } from "../run-handbook.ts";

interface Followed {
  readonly ledger: Ledger;
  readonly definition: ProcessDefinition;
  readonly handbook: RunHandbook;
}

/** The same facts with another ledger, and with the text of the handbook that this one follows where it was moved to the text that was offered. */
export function following<F extends Followed>(facts: F, ledger: Ledger): F {
  const { revision, offered } = facts.handbook;
  if (offered === undefined || ledger.revision === revision || ledger.revision !== offered.revision)
    return { ...facts, ledger };
  const handbook = handbookFor(ledger.process, offered);
  const written = handbook.handbook.processes.get(ledger.process);
  if (written === undefined) return { ...facts, ledger };
  return { ...facts, ledger, definition: unfoldDefinition(written, ledger.answers), handbook };
}
