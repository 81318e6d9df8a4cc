import { text } from "../../text/index.ts";
import type { RunCommand } from "./command.ts";

/** `/help`: what can be written here. */
export const help: RunCommand = {
  name: "help",
  scope: "run",
  usage: "/help",
  purpose: text.run.commandPurpose.help,
  accept: ({ isOnRun, known }) => ({ answer: text.run.helpAnswer(known, isOnRun) }),
};
