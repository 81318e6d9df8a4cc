import { factsEnd, factsStart } from "../step-issue/facts-block.ts";
import type { ObservedIssue } from "./observed-run.ts";

/**
 * The work that an issue describes, as an approval judges it: its title and the text that people can change. The block of facts
 * and the hidden notes that the bot keeps in it, ticks in checklists, and how lines end do not count.
 */
export function workTextOf({ title, body }: Pick<ObservedIssue, "title" | "body">): string {
  const lines = body.replaceAll("\r\n", "\n");
  const start = lines.indexOf(factsStart);
  const end = lines.indexOf(factsEnd, start);
  const rest = start < 0 || end < 0 ? lines : lines.slice(0, start) + lines.slice(end + factsEnd.length);
  const words = rest
    .replace(/<!-- handrail:[a-z]+ [^<>]*-->/g, "")
    .replace(/^([ \t]*[-*+] )\[[xX]\](?= )/gm, "$1[ ]")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{2,}/g, "\n\n");
  return `${title.trim()}\n\n${words.trim()}`;
}
