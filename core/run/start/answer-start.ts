import { answersToChanges } from "../changes/answers.ts";
import type { Change } from "../changes/change.ts";
import type { RunInput } from "../decide.ts";
import type { StartCommands } from "./read-start-commands.ts";

/** The answers to what people wrote below a start, as comments on its issue. */
export function answerStart(input: RunInput, { answers }: StartCommands): Change[] {
  return answersToChanges(
    answers.map((answer) => ({ ...answer, issue: input.observed.run })),
    input,
  );
}
