import { readProcessId } from "../../form/index.ts";
import { parseCommands, type WrittenCommand } from "../commands/parse-commands.ts";
import type { RunInput } from "../decide.ts";
import { newCommands } from "../happenings/comment-happenings.ts";
import { ledgerOf } from "../ledger/ledger-of.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import { startTextOf } from "../observed/start-text.ts";

const planned: readonly WrittenCommand["name"][] = ["go", "move", "due", "hand-to", "add"];

import { mayHaveBegunAlike } from "./begun-alike.ts";

/**
 * Whether a decision on a run rests on what the other open runs are: a plan is made or changed, and is warned of. Most looks need to
 * know nothing of them, but for those of a run that has just begun: another one may have begun with it.
 */
export function needsOtherRuns({
  observed,
  handbook,
  now,
}: Pick<RunInput, "observed" | "handbook" | "now">): boolean {
  const { run, steps } = observed;
  if (run.state === "closed") return false;
  const ledger = ledgerOf(observed);
  if (ledger === undefined || ledger.startedAt === null)
    return handbook.processPaths.has(ledger?.process ?? readProcessId(startTextOf(run)) ?? "");
  const isDatedByHand = steps.some(
    ({ number, dating }) =>
      dating !== undefined &&
      !dating.isOurs &&
      !ledger.entries.some(
        (entry) => entry.kind === "due" && entry.at >= dating.at && ledger.issues.get(entry.step) === number,
      ),
  );
  return (
    (mayHaveBegunAlike(ledger, now) && !isChildRun(run)) ||
    isDatedByHand ||
    newCommands(observed, ledger).some(({ comment }) =>
      parseCommands(comment.body).commands.some(({ name }) => planned.includes(name)),
    )
  );
}
