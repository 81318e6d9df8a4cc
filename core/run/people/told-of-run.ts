import type { StatusFacts } from "../status-comment.ts";
import { answerableFor } from "./answerable-for.ts";
import { starterOf } from "./starter-of.ts";

/** Who hears what concerns a run as a whole: whoever started it, else whoever answers for the process; nothing when nobody does. */
export function toldOfRun(facts: StatusFacts): string | undefined {
  return starterOf(facts)?.login ?? answerableFor(facts.definition.processOwner, facts)?.login;
}
