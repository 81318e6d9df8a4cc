import { parseCommands } from "../commands/parse-commands.ts";
import { newCommands } from "../happenings/comment-happenings.ts";
import { ledgerOf } from "../ledger/ledger-of.ts";
import { waitingProposal } from "../ledger/waiting-proposal.ts";
import type { RunIssues } from "../observed/observed-run.ts";

/**
 * The commit of the handbook that a decision on a run needs beside the one it follows: the newest where somebody asks for it, or the
 * one that was shown and waits for `/go`. Nothing while nobody asks for anything, and where the run follows it already.
 */
export function offeredRevision(observed: RunIssues, newest: string | undefined): string | undefined {
  const ledger = ledgerOf(observed);
  if (!ledger || ledger.startedAt === null) return undefined;
  const commands = newCommands(observed, ledger);
  if (commands.length === 0) return undefined;
  const isAsked = commands.some(
    ({ comment, standing }) =>
      standing !== "unsaid" && parseCommands(comment.body).commands.some(({ name }) => name === "upgrade"),
  );
  const offered = isAsked ? newest : waitingProposal(ledger, "upgrade-proposed")?.revision;
  return offered === ledger.revision ? undefined : offered;
}
