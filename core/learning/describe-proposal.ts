import type { Handbook } from "../definition/index.ts";
import { text } from "../text/index.ts";
import type { Proposal } from "./proposal.ts";

const words = text.learning;

/** A suggestion in sentences of plain text: what was seen, what could be otherwise, and in which runs it was seen. */
export function describeProposal(proposal: Proposal, { roles }: Pick<Handbook, "roles">): string {
  const { rule, title, evidence } = proposal;
  const seen = words.rules[rule](title, evidence.hits, evidence.n, evidence.days);
  return [
    seen,
    wishSentence(proposal, roles),
    words.seenIn(evidence.runs.map(({ number }) => `#${number}`)),
  ].join(" ");
}

function wishSentence({ rule, wish, detail }: Proposal, roles: Handbook["roles"]): string {
  if (wish === undefined) return rule === "often-refused" ? words.wishes.earlierCheck : words.wishes.decide;
  if (wish.kind === "add-step") return words.wishes.added(detail);
  if (wish.kind !== "set-step-field") return "";
  switch (wish.field) {
    case "due":
      return words.wishes.due(String(wish.value));
    case "duration":
      return words.wishes.duration(String(wish.value));
    case "role":
      return words.wishes.role(roles.get(String(wish.value))?.title ?? String(wish.value));
    case "after":
      return words.wishes.after(detail);
    default:
      return words.wishes.optional();
  }
}
