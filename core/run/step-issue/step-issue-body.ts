import type { ProcessDefinition } from "../../definition/index.ts";
import { writeFormBody } from "../../form/index.ts";
import { joinMarkdown, type Markdown, md, ours, text } from "../../text/index.ts";
import { withNames } from "../people/with-names.ts";
import { turnOf } from "../state/turn-of.ts";
import { answerList } from "./answers-for.ts";
import { childProcess } from "./child-process.ts";
import { factsBlock } from "./facts-block.ts";
import { handbookLinks } from "./handbook-links.ts";
import type { StepIssueFacts } from "./step-issue-facts.ts";
import { stepIssueTitle } from "./step-issue-title.ts";
import { stepMarker } from "./step-marker.ts";
import { writtenTexts } from "./written-texts.ts";

/** The body of a step's issue when it is made. */
export function stepIssueBody(facts: StepIssueFacts): string {
  const { task, definition, ledger, observed } = facts;
  const child = childProcess(facts);
  const links = handbookLinks(facts, definition);
  const marker = stepMarker(observed.run.number, task.step, ledger.revision);
  const [handover, instructions] = writtenTexts(facts);
  const parts = [
    ours(factsBlock(facts)),
    takenOff(facts),
    task.definition ? ours(handover) : addedBecause(facts),
    answerList(facts),
    ours(instructions),
    ...(child
      ? [text.stepIssue.footer(links), text.stepIssue.childEnding(child.title), ours(marker)]
      : [text.stepIssue.ending(turnOf(facts)), text.stepIssue.footer(links), ours(marker)]),
    child ? ours(startForm(child, facts)) : md``,
  ];
  return withNames(joinMarkdown(parts, "\n\n"), facts.handbook).text;
}

/** An issue that was taken off the run cannot be reached any more; the new one says which it was. */
function takenOff({ task, ledger, observed }: StepIssueFacts): Markdown {
  const before = ledger.issues.get(task.step);
  return before === undefined || observed.steps.some(({ number }) => number === before)
    ? md``
    : text.stepIssue.takesThePlaceOf(before);
}

function addedBecause({ task, ledger }: StepIssueFacts): Markdown {
  const entry = ledger.entries.find((other) => other.kind === "added" && other.step === task.step);
  return entry?.kind === "added" ? text.stepIssue.addedBecause(entry.by, entry.reason) : md``;
}

/**
 * The issue of a step that starts a process is a run of its own: it asks for that process with the step's due date as
 * its anchor date. Questions both forms have get the same answer; a text that is still missing gets the run's name.
 */
function startForm(child: ProcessDefinition, facts: StepIssueFacts): string {
  const name = stepIssueTitle(facts);
  const answers = new Map(
    child.ask.flatMap((field) => {
      const given = facts.ledger.answers.get(field.id) || field.default;
      const fallback =
        field.required && (field.type === "text" || field.type === "long-text") ? name : undefined;
      const answer = given ?? fallback;
      return answer === undefined ? [] : [[field.id, answer] as const];
    }),
  );
  return writeFormBody(child, facts.task.dueDate, answers);
}
