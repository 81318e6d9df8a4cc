import { text } from "../../text/index.ts";
import { stepCounts } from "../state/step-counts.ts";
import type { RunCommand } from "./command.ts";

/** `/status`: where the run stands, in a few words. */
export const status: RunCommand = {
  name: "status",
  scope: "run",
  usage: () => "/status",
  purpose: text.run.commandPurpose.status,
  accept: ({ state, definition, run }) => ({
    answer: text.run.statusAnswer(state.tasks, stepCounts(state.tasks), definition.title, run.url),
  }),
};
