import type { ActOnIssue, Happening } from "./life.ts";
import type { Random } from "./random.ts";
import { people } from "./random-handbook.ts";

/** Somebody writes a comment. */
export function say(by: string, on: string, text: string): Extract<Happening, { kind: "comment" }> {
  return { kind: "comment", by, on, text };
}

/** Whoever has the work closes it as done. */
export function closing(on: string): Extract<Happening, { kind: "close" }> {
  return { kind: "close", by: "demo-jonas", on, reason: "completed" };
}

/** One of the team, whoever, writes a comment. */
export function comment(random: Random, on: string, text: string): ActOnIssue {
  return say(random.pick(people), on, text);
}
