import type { ProcessDefinition } from "../../definition/index.ts";
import type { StepIssueFacts } from "./step-issue-facts.ts";

/** Where the process of a run can be read: on the site, where the handbook has one, and as the text that the run follows. */
export function handbookLinks(
  { observed, ledger, handbook }: StepIssueFacts,
  definition: ProcessDefinition,
): { site?: string; source: string } {
  const { site } = handbook.handbook.config;
  const source = `${observed.repository.url}/blob/${ledger.revision}/${handbook.root}/${definition.path}`;
  return {
    ...(site !== undefined && { site: `${site.replace(/\/$/, "")}/processes/${definition.id}/` }),
    source,
  };
}
