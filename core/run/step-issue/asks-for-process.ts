import { readProcessId } from "../../form/index.ts";
import { runOfStepBody } from "./run-of-step-body.ts";

/**
 * Whether the text of a step's issue asks to start a process: the form stands behind the note of which step it is. What stands before that
 * is told to people or was written by them, and asks for nothing.
 */
export function asksForProcess(body: string): boolean {
  return runOfStepBody(body) !== undefined && readProcessId(body.slice(startOfNote(body))) !== undefined;
}

/** Where the note of which step an issue is begins in its text; -1 where there is none. */
export function startOfNote(body: string): number {
  return body.lastIndexOf("<!-- handrail:step ");
}
