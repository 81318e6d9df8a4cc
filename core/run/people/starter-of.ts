import type { Ledger } from "../ledger/ledger.ts";
import type { ObservedRun } from "../observed/observed-run.ts";

/**
 * Who started a run: whoever opened its issue. Of a start that the bot opened itself, whoever said that it may begin; nothing
 * when nobody had to.
 */
export function starterOf({
  ledger,
  observed,
}: {
  readonly ledger: Pick<Ledger, "startedBy" | "entries">;
  readonly observed: Pick<ObservedRun, "run">;
}): string | undefined {
  if (!observed.run.isOurs) return ledger.startedBy;
  return ledger.entries.find(({ kind }) => kind === "go")?.by;
}
