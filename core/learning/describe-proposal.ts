import { parseOffset, parseQuantity } from "../calendar/index.ts";
import type { Handbook, ProcessDefinition } from "../definition/index.ts";
import { anchorNameOf, lengthInWords, offsetInWords, text } from "../text/index.ts";
import type { Proposal } from "./proposal.ts";

const words = text.learning;

/** The process a suggestion is about, and the roles it may name. */
export interface ProposalPlace {
  readonly definition: ProcessDefinition;
  readonly roles: Handbook["roles"];
}

/** A suggestion in sentences of plain text: what was seen, what could be otherwise, and in which runs it was seen. */
export function describeProposal(proposal: Proposal, place: ProposalPlace): string {
  const { seen, wish } = proposalSentences(proposal, place);
  return [seen, wish, words.seenIn(proposal.evidence.runs.map(({ number }) => `#${number}`))].join(" ");
}

/** The same in its parts, without the runs, for whoever links to these. */
export function proposalSentences(
  { rule, title, evidence, wish, detail }: Proposal,
  place: ProposalPlace,
): { readonly seen: string; readonly wish: string } {
  return {
    seen: words.rules[rule](title, evidence.hits, evidence.n, evidence.days),
    wish: wishSentence({ rule, wish, detail }, place),
  };
}

function wishSentence(
  { rule, wish, detail }: Pick<Proposal, "rule" | "wish" | "detail">,
  { definition, roles }: ProposalPlace,
): string {
  if (wish === undefined) return rule === "often-refused" ? words.wishes.earlierCheck : words.wishes.decide;
  if (wish.kind === "add-step") return words.wishes.added(detail);
  if (wish.kind !== "set-step-field") return "";
  switch (wish.field) {
    case "due":
      return words.wishes.due(dueInWords(String(wish.value), wish.step, definition));
    case "duration":
      return words.wishes.duration(daysInWords(String(wish.value)));
    case "role":
      return words.wishes.role(roles.get(String(wish.value))?.title ?? String(wish.value));
    case "after":
      return words.wishes.after(detail);
    default:
      return words.wishes.optional();
  }
}

function dueInWords(value: string, step: string, definition: ProcessDefinition): string {
  const offset = parseOffset(value);
  const of = definition.steps.find(({ id }) => id === step);
  if (offset === undefined || of === undefined) return value;
  const due = offsetInWords(offset, anchorNameOf(of, definition));
  return due.charAt(0).toLowerCase() + due.slice(1);
}

function daysInWords(value: string): string {
  const length = parseQuantity(value, ["bd"]);
  return length === undefined ? value : lengthInWords(length);
}
