import { type Markdown, text } from "../../text/index.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import { isNearlyFull } from "../ledger/room.ts";
import { isOver } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Message } from "./messages.ts";

/** What people are told about the bot's own notes: that they were restored, are nearly full, or pass something over. */
export function notesMessages(facts: StatusFacts): Message[] {
  const { ledger, observed } = facts;
  const { run, foreignSteps } = observed;
  const restored = ledger.entries.flatMap((entry) =>
    entry.kind === "restored"
      ? [{ issue: run, key: `restored ${entry.at}`, words: restoredWords(entry, facts) }]
      : [],
  );
  const foreign = { issue: run, key: "foreign steps", words: text.notes.foreignSteps(foreignSteps) };
  const full = { issue: run, key: "notes nearly full", words: text.notes.nearlyFull };
  return [...restored, ...(foreignSteps > 0 ? [foreign] : []), ...(isNearlyFull(ledger) ? [full] : [])];
}

function restoredWords(
  { from, by }: Extract<LedgerEntry, { kind: "restored" }>,
  { state }: StatusFacts,
): Markdown {
  if (from === "history") return text.notes.restoredFromHistory(by);
  if (from === "copy") return text.notes.restoredFromCopy;
  const askedAgain = state.tasks.filter(
    (task) =>
      (task.kind === "approval" || task.kind === "decision") &&
      !isOver(task) &&
      task.issue?.state === "closed" &&
      task.issue.isClosedByUs,
  );
  return text.notes.restoredFromIssues(askedAgain.map(({ title }) => title));
}
