import { text } from "../../text/index.ts";
import { waitingProposal } from "../ledger/waiting-proposal.ts";
import { answerKey, saidWith } from "../said.ts";
import type { CommandContext, CommandResult, RunCommand } from "./command.ts";
import { upgradeIn } from "./upgrade.ts";

/**
 * `/go`: begin although the plan has warnings. Before the run has begun, its start reads the command itself; afterwards it agrees to
 * what was proposed last: a new date, or a newer text of the handbook.
 */
export const go: RunCommand = {
  name: "go",
  scope: "run",
  usage: () => "/go",
  purpose: text.run.commandPurpose.go,
  accept: (context) => {
    const { ledger, author, authorId, at, comment } = context;
    if (waitingProposal(ledger, "upgrade-proposed") !== undefined) return agreeToUpgrade(context);
    const proposed = waitingProposal(ledger, "proposed");
    if (proposed === undefined) return { refusal: text.run.alreadyRunning };
    const { moves, date, reason } = proposed;
    const common = { at, by: author, byId: authorId, comment, reason };
    return {
      entry:
        moves === null
          ? { kind: "moved", ...common, anchorDate: date }
          : { kind: "due", ...common, step: moves, date },
    };
  },
};

/** Counts only after what would change was shown, and for that alone. */
function agreeToUpgrade(context: CommandContext): CommandResult {
  const { ledger, author, authorId, at, comment, run, handbook } = context;
  const proposed = waitingProposal(ledger, "upgrade-proposed");
  const shown = proposed && saidWith(answerKey(proposed.comment), run);
  if (shown === undefined || shown.number > comment) return { refusal: text.upgrade.notSeen };
  const plan = upgradeIn(context);
  if (plan?.kind !== "possible" || handbook.offered?.revision !== proposed?.revision)
    return { refusal: text.upgrade.otherSince };
  return { entry: { kind: "upgraded", ...plan.facts, at, by: author, byId: authorId, comment } };
}
