import { readProcessId } from "../../form/index.ts";
import { runOfStepBody } from "../step-issue/index.ts";
import type { ObservedIssue } from "./observed-run.ts";

/** Whether the bot made an issue for a step that is no run of its own, whatever label or form people have put on it. */
export function isPlainStep({ isOurs, writtenBody }: Pick<ObservedIssue, "isOurs" | "writtenBody">): boolean {
  return isOurs && runOfStepBody(writtenBody) !== undefined && readProcessId(writtenBody) === undefined;
}
