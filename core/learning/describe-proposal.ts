import { parseDue, parseQuantity } from "../calendar/index.ts";
import type { Handbook, ProcessDefinition } from "../definition/index.ts";
import { anchorNameOf, lengthInWords, offsetInWords, text } from "../text/index.ts";
import type { Evidence, Proposal } from "./proposal.ts";
import { runsNamed } from "./runs-named.ts";

const words = text.learning;

/** The process a suggestion is about, and the roles it may name. */
export interface ProposalPlace {
  readonly definition: ProcessDefinition;
  readonly roles: Handbook["roles"];
}

/** A suggestion in sentences of plain text: what was seen, what could be otherwise, and in which runs it was seen, of many the newest. */
export function describeProposal(proposal: Proposal, place: ProposalPlace): string {
  const { seen, wish } = proposalSentences(proposal, place);
  const { named, more } = runsNamed(proposal.evidence.runs);
  const runs = named.map(({ number }) => `#${number}`);
  return [seen, wish, words.seenIn(runs, more)].join(" ");
}

/** As much of a suggestion as its sentences are made from. */
export type ToldProposal = Pick<Proposal, "rule" | "title" | "wish" | "detail"> & {
  readonly evidence: Omit<Evidence, "runs">;
};

/** The same in its parts, without the runs, for whoever links to these. */
export function proposalSentences(
  { rule, title, evidence, wish, detail }: ToldProposal,
  place: ProposalPlace,
): { readonly seen: string; readonly wish: string } {
  return {
    seen: words.rules[rule](title, evidence.hits, evidence.n, evidence.days),
    wish: wishSentence({ rule, wish, detail }, place),
  };
}

/** What a text says since a suggestion was taken up, in a sentence. */
export function wishTaken(
  proposal: Pick<Proposal, "rule" | "wish" | "detail">,
  place: ProposalPlace,
): string {
  return wishIn(words.since, proposal, place);
}

function wishSentence(proposal: Pick<Proposal, "rule" | "wish" | "detail">, place: ProposalPlace): string {
  if (proposal.wish === undefined)
    return proposal.rule === "often-refused" ? words.wishes.earlierCheck : words.wishes.decide;
  return wishIn(words.wishes, proposal, place);
}

/** A wish by one set of sentences: as a suggestion, or as what the text says since. */
function wishIn(
  sentences: typeof words.since,
  { wish, detail }: Pick<Proposal, "wish" | "detail">,
  { definition, roles }: ProposalPlace,
): string {
  const titleOf = (role: string) => roles.get(role)?.title ?? role;
  if (wish?.kind === "add-step") {
    const role = String(wish.step.fields.role);
    // Whoever looks after the process gets what nobody else is known for.
    return sentences.added(role === definition.processOwner ? undefined : titleOf(role), detail);
  }
  if (wish?.kind !== "set-step-field") return "";
  switch (wish.field) {
    case "due":
      return sentences.due(dueInWords(String(wish.value), wish.step, definition));
    case "duration":
      return sentences.duration(daysInWords(String(wish.value)));
    case "role":
      return sentences.role(titleOf(String(wish.value)));
    case "after":
      return sentences.after(detail);
    default:
      return sentences.optional();
  }
}

function dueInWords(value: string, step: string, definition: ProcessDefinition): string {
  const offset = parseDue(value)?.due;
  const of = definition.steps.find(({ id }) => id === step);
  if (offset === undefined || of === undefined) return value;
  const due = offsetInWords(offset, anchorNameOf(of, definition));
  return due.charAt(0).toLowerCase() + due.slice(1);
}

function daysInWords(value: string): string {
  const length = parseQuantity(value, ["bd"]);
  return length === undefined ? value : lengthInWords(length);
}
