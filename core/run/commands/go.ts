import { text } from "../../text/index.ts";
import type { RunCommand } from "./command.ts";

/** `/go`: begin although the plan has warnings. Before the run has begun, its start reads the command itself. */
export const go: RunCommand = {
  name: "go",
  scope: "run",
  usage: () => "/go",
  purpose: text.run.commandPurpose.go,
  accept: () => ({ refusal: text.run.alreadyRunning }),
};
