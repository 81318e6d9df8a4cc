import { parseInstructions } from "../../definition/index.ts";
import { ours } from "../../text/index.ts";
import { withNames } from "../people/with-names.ts";
import { answersFor } from "./answers-for.ts";
import { handbookAddress } from "./handbook-address.ts";
import { handoverOf } from "./handover-of.ts";
import { issueMarkdown } from "./issue-markdown.ts";
import type { StepIssueFacts } from "./step-issue-facts.ts";

/** What the issue of a step says of the handbook's text, in two pieces: what is handed over, and how it is done. Empty pieces say nothing. */
export function writtenTexts(facts: StepIssueFacts): readonly [handover: string, instructions: string] {
  const { definition } = facts.task;
  if (definition === undefined) return ["", ""];
  return [withNames(handoverOf(definition, facts), facts.handbook).text, instructionsOf(facts)];
}

/** A heading of the instructions must not be taken for a question of the start form below them. */
function instructionsOf(facts: StepIssueFacts): string {
  const { task, handbook, definition, observed, ledger } = facts;
  const written = task.definition?.instructions.markdown ?? "";
  if (written === "") return "";
  const places = {
    site: handbook.handbook.config.site,
    folder: `${observed.repository.url}/blob/${ledger.revision}/${handbook.root}`,
    processPaths: handbook.processPaths,
  };
  const shown = issueMarkdown(parseInstructions(written), {
    addressOf: (url) => handbookAddress(url, definition.path, places),
    answer: answersFor(facts),
  });
  return task.kind === "process" ? ours(shown.text.replace(/^### /gm, "#### ")).text : shown.text;
}
