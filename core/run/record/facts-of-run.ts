import { ledgerOf } from "../ledger/ledger-of.ts";
import { type RecordInput, recordOf } from "./record-of-run.ts";

/** One thing that is known of a run, with a name that tells it from all others of the run. */
export interface RunFact {
  readonly name: string;
  /** Values of JSON, in the order in which they are to be read. */
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * Everything a record of a run states, one fact each: the run, what was promised and what came of each step, who approved what
 * and the digest of the text it was, every departure, and every entry of the ledger. Nothing for an issue whose run has not begun.
 */
export function factsOfRun(input: RecordInput): RunFact[] | undefined {
  const ledger = ledgerOf(input.observed);
  const record = recordOf(input);
  if (!ledger || !record) return undefined;
  const { tasks, deviations, ...run } = record;
  const approvals = ledger.entries.flatMap((entry) => (entry.kind === "approved" ? [entry] : []));
  const facts: RunFact[] = [
    { name: "run", value: { repository: input.observed.repository.name, ...run } },
    ...tasks.map(({ step, ...task }) => ({ name: `step ${step}`, value: { step, ...task } })),
    ...approvals.map(({ step, by, byId = null, roles, at, texts }, index) => ({
      name: `approval ${index + 1} of ${step} by ${by}`,
      value: {
        step,
        by,
        account: byId,
        roles,
        at,
        revision: ledger.revision,
        texts: Object.fromEntries(texts),
      },
    })),
    ...deviations.map((deviation, index) => ({ name: `departure ${index + 1}`, value: { ...deviation } })),
    ...ledger.entries.map((entry, index) => ({ name: `entry ${index + 1}`, value: plain(entry) })),
  ];
  return facts;
}

/** Maps as lists of pairs, since a record is JSON. */
function plain(entry: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [key, value instanceof Map ? [...value] : value]),
  );
}
