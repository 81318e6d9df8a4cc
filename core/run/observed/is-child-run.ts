import { rememberEach } from "../../remember-each.ts";
import { asksForProcess } from "../step-issue/index.ts";
import type { ObservedIssue } from "./observed-run.ts";

/**
 * Whether an issue is a step of a run and a run of its own: the bot made it for a step that starts a process. What people
 * write there is for that run, not for the one above it. A label that people put on, or a form they write into a step, makes none.
 * It is asked of every step, many times in a look.
 */
export const isChildRun: (issue: Pick<ObservedIssue, "isOurs" | "writtenBody">) => boolean = rememberEach(
  ({ isOurs, writtenBody }) => isOurs && asksForProcess(writtenBody),
);
