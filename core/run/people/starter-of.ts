import { doerOf } from "../ledger/doer-of.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { ObservedRun } from "../observed/observed-run.ts";
import type { Account } from "./account.ts";

/**
 * Who started a run: whoever opened its issue. Of a start that the bot opened itself, whoever said that it may begin; nothing
 * when nobody had to. The login is the one they have now, where GitHub tells it.
 */
export function starterOf({
  ledger,
  observed,
}: {
  readonly ledger: Pick<Ledger, "startedBy" | "startedById" | "entries">;
  readonly observed: Pick<ObservedRun, "run">;
}): Account | undefined {
  const { run } = observed;
  const go = ledger.entries.find(({ kind }) => kind === "go");
  if (run.isOurs) return go && doerOf(go);
  const id = ledger.startedById ?? null;
  return { login: id !== null && id === run.authorId ? run.author : ledger.startedBy, id };
}
