import { answersToChanges } from "../changes/answers.ts";
import type { Change } from "../changes/change.ts";
import type { ObservedRun } from "../observed/observed-run.ts";
import type { StartCommands } from "./read-start-commands.ts";

/** The answers to what people wrote below a start, as comments on its issue. */
export function answerStart(observed: ObservedRun, { answers }: StartCommands): Change[] {
  return answersToChanges(
    answers.map((answer) => ({ ...answer, issue: observed.run })),
    observed,
  );
}
