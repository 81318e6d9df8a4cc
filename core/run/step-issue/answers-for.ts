import { beginningOf } from "../../beginning-of.ts";
import { answerLabel } from "../../definition/index.ts";
import { answerInWords } from "../../plan/index.ts";
import { joinMarkdown, type Markdown, md, quoted, text } from "../../text/index.ts";
import { knownAnswers } from "../state/known-answers.ts";
import type { StepIssueFacts } from "./step-issue-facts.ts";

/** What answers may take of the 65,536 characters of an issue's body. */
const longestOfBody = 20_000;
const longestInLine = 300;

/** Writes the answer to a question, within a line of text or as a paragraph of its own. */
export type AnswerWriter = (field: string, isParagraph: boolean) => Markdown;

/**
 * Writes the answers of a run into the instructions of one step, where `<Answer>` stands. What people typed in several lines becomes
 * a quotation where it stands alone. A long answer is cut; so is what goes beyond 20,000 characters in one body.
 */
export function answersFor({
  ledger,
  definition,
}: Pick<StepIssueFacts, "ledger" | "definition">): AnswerWriter {
  const answers = knownAnswers(ledger, definition);
  let left = longestOfBody;
  return (field, isParagraph) => {
    const answer = answers.get(field)?.trim() ?? "";
    const label = answerLabel(field, definition);
    if (answer === "")
      return md`${answerInWords(field, definition, new Map([[field, ""]])) ?? label ?? field}`;
    const most = Math.min(isParagraph ? left : longestInLine, left);
    const cut = answer.length > most ? `${beginningOf(answer, most)}…` : answer;
    left -= cut.length;
    return isParagraph && cut.includes("\n") ? quoted(cut) : md`${cut}`;
  };
}

/** What was answered in the start form, question by question, as a list; empty where nothing was. */
export function answerList({ ledger, definition }: Pick<StepIssueFacts, "ledger" | "definition">): Markdown {
  const answers = knownAnswers(ledger, definition);
  const given = definition.ask.flatMap(({ id, label }) => {
    const answer = answers.get(id)?.replace(/\s+/g, " ").trim() ?? "";
    const cut = answer.length > longestInLine ? `${answer.slice(0, longestInLine)}…` : answer;
    return cut === "" ? [] : [md`- ${label}: ${cut}`];
  });
  return given.length === 0 ? md`` : text.stepIssue.answers(joinMarkdown(given, "\n"));
}
