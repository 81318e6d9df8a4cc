import type { Handbook } from "../../core/definition/index.ts";
import { describeProposal, learningThresholds } from "../../core/learning/index.ts";
import { visible } from "../../core/message.ts";
import { shortDate, text } from "../../core/text/index.ts";
import type { Suggestions } from "../propose/suggestions.ts";

const words = text.learning;

/** What past runs of a process say, for people: the evidence a step, what they suggest, what was decided before, what people wrote. */
export function suggestionsAsText(found: Suggestions, roles: Handbook["roles"]): string {
  const { definition, records, steps, proposals, decisions, replies } = found;
  const { title } = definition;
  const place = { definition, roles };
  const suggested =
    records.length < learningThresholds.fewest
      ? words.tooFew(title, records.length, learningThresholds.fewest)
      : proposals.length === 0
        ? words.nothing(title, records.length)
        : words.heading(title, records.length);
  return [
    part(
      suggested,
      proposals.map((proposal) => describeProposal(proposal, place)),
    ),
    part(
      words.evidence.heading(title),
      steps.map((step) => words.evidence.step(step)),
    ),
    part(
      words.decided.heading(title),
      decisions.map(({ isTaken, day, pull, text: told }) => {
        const when = isTaken ? words.decided.taken : words.decided.notTaken;
        return `${when(shortDate(day), pull.number)} ${told}`;
      }),
    ),
    part(
      words.repliesHeading(title),
      replies.map(({ question, words: own, by, run, stepTitle }) =>
        words.reply(text.retrospective.questions[question], own, by, run.number, stepTitle),
      ),
    ),
  ]
    .filter((one, index) => index === 0 || one.lines > 0)
    .map(({ said }) => said)
    .join("\n");
}

function part(heading: string, lines: readonly string[]): { readonly said: string; readonly lines: number } {
  // Words and titles that people typed may hold what steers a terminal.
  const list = lines.map((line) => `- ${visible(line)}\n`).join("");
  return { said: list === "" ? `${heading}\n` : `${heading}\n\n${list}`, lines: lines.length };
}
