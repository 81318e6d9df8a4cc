import { text } from "../../text/index.ts";
import type { RunCommand } from "./command.ts";
import { proposedChange } from "./proposed-change.ts";

/**
 * `/go`: begin although the plan has warnings. Before the run has begun, its start reads the command itself; afterwards it agrees to
 * the new date that was proposed last.
 */
export const go: RunCommand = {
  name: "go",
  scope: "run",
  usage: () => "/go",
  purpose: text.run.commandPurpose.go,
  accept: (context) => {
    const { ledger, author, authorId, at, comment } = context;
    const proposed = proposedChange(ledger);
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
