import { text } from "../../text/index.ts";
import type { RunCommand } from "./command.ts";
import { mayCommand } from "./may-command.ts";
import { whoToAsk } from "./who-to-ask.ts";

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
    const { ledger, author, at, comment, state } = context;
    const proposed = ledger.entries.findLast(
      ({ kind }) => kind === "proposed" || kind === "moved" || kind === "due",
    );
    if (proposed?.kind !== "proposed") return { refusal: text.run.alreadyRunning };
    const { moves, date, reason } = proposed;
    const task = state.tasks.find(({ step }) => step === moves);
    if (!mayCommand(author, context, task))
      return { refusal: text.run.notAllowed(task?.people ?? whoToAsk(context)) };
    const common = { at, by: author, comment, reason };
    return {
      entry:
        moves === null
          ? { kind: "moved", ...common, anchorDate: date }
          : { kind: "due", ...common, step: moves, date },
    };
  },
};
