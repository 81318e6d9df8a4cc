import type { StepId } from "../../definition/index.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { mayBeSameAccount } from "../people/account.ts";
import { holdersEver } from "../people/holders-ever.ts";
import { isKnownAs } from "../people/is-known-as.ts";
import { judgedWork } from "../state/judged-work.ts";
import { type Happening, learnt, nothing } from "./happening.ts";

/**
 * What somebody wrote in the text of a step that an approval judges, before its turn came or after they had given it away: it makes them one of those whose
 * work is judged, where having had the step alone does not. It is noted once for each, and before the bot writes in that text, which would hide it.
 * What they write once the work is handed in is a correction, as anybody may make one.
 */
export function workBeforeTurn(step: StepId, { lastEdit }: ObservedIssue): Happening[] {
  if (lastEdit === null || lastEdit.by === "") return [];
  const { at, by, byId } = lastEdit;
  const account = { login: by, id: byId };
  return [
    {
      at,
      judge: ({ ledger, definition }, { tasks }) => {
        const task = tasks.find((candidate) => candidate.step === step);
        if (task === undefined || (task.endedAt !== undefined && task.endedAt <= at)) return nothing;
        const { readyAt, people } = task;
        const isInTurn = readyAt !== undefined && at >= readyAt;
        const isCountedAnyway = isInTurn && people.some((login) => isKnownAs(login, account, ledger, step));
        if (isCountedAnyway || !holdersEver(step, ledger).some((other) => mayBeSameAccount(other, account)))
          return nothing;
        const isKnown = ledger.entries.some(
          (entry) =>
            entry.kind === "worked" &&
            entry.step === step &&
            mayBeSameAccount({ login: entry.by, id: entry.byId ?? null }, account),
        );
        const isJudged = definition.steps.some(
          ({ id, kind }) => kind === "approval" && judgedWork(definition, id, ledger).has(step),
        );
        return isKnown || !isJudged ? nothing : learnt({ kind: "worked", step, at, by, byId });
      },
    },
  ];
}
