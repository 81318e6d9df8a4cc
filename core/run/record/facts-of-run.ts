import type { Ledger } from "../ledger/ledger.ts";
import { ledgerOf } from "../ledger/ledger-of.ts";
import { progressForReading, type RecordInput, recordOfRun } from "./record-of-run.ts";

/** One thing that is known of a run, with a name that tells it from all others of the run. */
export interface RunFact {
  readonly name: string;
  /** Values of JSON, in the order in which they are to be read. */
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * Everything a record of a run states, one fact each: the run, what was promised and what came of each step, who approved what
 * and the digest of the text it was, also what was taken back since, every departure, and every entry of the ledger. Nothing for an issue whose run has not begun.
 */
export function factsOfRun(input: RecordInput): RunFact[] | undefined {
  const ledger = ledgerOf(input.observed);
  const progress = progressForReading(input);
  if (!ledger || !progress) return undefined;
  const { tasks, deviations, ...run } = recordOfRun(progress.facts);
  const approvals = ledger.entries.flatMap((entry, index) =>
    entry.kind === "approved" ? [{ ...entry, revision: revisionAt(index, ledger) }] : [],
  );
  const holding = new Set(
    progress.facts.state.tasks.flatMap(({ approvedBy }) => approvedBy.map(({ texts }) => texts)),
  );
  const facts: RunFact[] = [
    { name: "run", value: { repository: input.observed.repository.name, ...run } },
    ...tasks.map(({ step, ...task }) => ({ name: `step ${step}`, value: { step, ...task } })),
    ...approvals.map(({ step, by, byId = null, roles, at, texts, revision }, index) => ({
      name: `approval ${index + 1} of ${step} by ${by}`,
      value: {
        step,
        by,
        account: byId,
        roles,
        at,
        revision,
        texts: Object.fromEntries(texts),
        ...(!holding.has(texts) && { isTakenBack: true }),
      },
    })),
    ...deviations.map((deviation, index) => ({ name: `departure ${index + 1}`, value: { ...deviation } })),
    ...ledger.entries.map((entry, index) => ({ name: `entry ${index + 1}`, value: plain(entry) })),
  ];
  return facts;
}

/** The commit that a run followed when an entry was accepted; it may have been moved to another since. */
function revisionAt(index: number, { entries, revision }: Ledger): string {
  const later = entries.find((entry, place) => place > index && entry.kind === "upgraded");
  return later?.kind === "upgraded" ? later.from : revision;
}

/** Maps as lists of pairs, since a record is JSON. */
function plain(entry: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [key, value instanceof Map ? [...value] : value]),
  );
}
