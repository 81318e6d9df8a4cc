import type { Handbook } from "../definition/index.ts";
import { isStartForm, startFormPath, writeStartForm } from "../form/index.ts";
import { isProposalForm, proposalFormPath, writeProposalForm } from "./write-proposal-form.ts";

/** The issue forms of a handbook: one that starts each process, and one to propose a change; text by path in the repository. */
export function issueForms({ processes, config }: Handbook): Map<string, string> {
  return new Map([
    ...[...processes.values()].map(
      (definition) => [startFormPath(definition.id), writeStartForm(definition, config.site)] as const,
    ),
    [proposalFormPath, writeProposalForm()],
  ]);
}

/** Whether an issue form is one that Handrail made. */
export function isOwnForm(form: string): boolean {
  return isStartForm(form) || isProposalForm(form);
}
