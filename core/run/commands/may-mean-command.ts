import { commandMeant, guessedKinds } from "./command-meant.ts";
import { parseCommands } from "./parse-commands.ts";

/** Whether a comment holds a command or what could be meant as one on some step; all others need no look at their run. */
export function mayMeanCommand(body: string): boolean {
  return (
    parseCommands(body).commands.length > 0 ||
    guessedKinds.some((kind) => commandMeant(body, kind) !== undefined)
  );
}
