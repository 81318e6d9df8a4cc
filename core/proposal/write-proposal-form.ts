import { stringify } from "yaml";
import { text } from "../text/index.ts";

/** The label that the form puts on an issue. */
export const proposalLabel = "handrail:proposal";

/** Where the form stands in a repository. */
export const proposalFormPath = ".github/ISSUE_TEMPLATE/propose-a-change.yml";

/** Whether a form is one that Handrail made. */
export function isProposalForm(form: string): boolean {
  return form.startsWith(text.proposal.generatedNote);
}

/**
 * The GitHub issue form with which anybody proposes a change without knowing the files, as the text of its file. One form
 * serves all processes, so that it is the same when they change.
 */
export function writeProposalForm(): string {
  const words = text.proposal;
  const input = (id: string, label: string, description: string, required: boolean) => ({
    type: "input",
    id,
    attributes: { label, description },
    validations: { required },
  });
  const form = {
    name: words.formName,
    description: words.formDescription,
    title: words.formTitle,
    labels: [proposalLabel],
    body: [
      { type: "markdown", attributes: { value: words.formIntroduction } },
      input("process", words.processLabel, words.processHelp, true),
      input("step", words.stepLabel, words.stepHelp, false),
      {
        type: "dropdown",
        id: "kind",
        attributes: { label: words.kindLabel, options: Object.values(text.proposalKinds) },
        validations: { required: true },
      },
      {
        type: "textarea",
        id: "value",
        attributes: { label: words.valueLabel, description: words.valueHelp },
        validations: { required: true },
      },
      {
        type: "textarea",
        id: "reason",
        attributes: { label: words.reasonLabel, description: words.reasonHelp },
        validations: { required: false },
      },
    ],
  };
  const yaml = stringify(form, {
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: 100_000,
  });
  return `${words.generatedNote}\n${yaml}`;
}
