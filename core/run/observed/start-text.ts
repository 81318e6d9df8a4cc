import { isChildRun } from "./is-child-run.ts";
import type { ObservedIssue } from "./observed-run.ts";

/**
 * The text of a start form that counts: as it stands, so that whoever asks for a run may still change it; of a run that the bot began for
 * a step of another one, as the bot wrote it.
 */
export function startTextOf(run: Pick<ObservedIssue, "isOurs" | "body" | "writtenBody">): string {
  return isChildRun(run) ? run.writtenBody : run.body;
}
