import type { Problem } from "../../core/problem.ts";
import { problemLines } from "../../core/text/index.ts";
import { problemsAsGithub } from "./problems-as-github.ts";
import { problemsAsJson } from "./problems-as-json.ts";
import { problemsAsSarif } from "./problems-as-sarif.ts";

export { planAsJson } from "./plan-as-json.ts";
export { planAsTable } from "./plan-as-table.ts";

/** What a report of problems may say besides them. */
export interface ReportFacts {
  /** Address of the published handbook; none when it has none. */
  readonly site?: string | undefined;
}

/** The formats of `check`. A new one is a file beside this one and a line here. */
export const problemReporters = {
  text: problemLines,
  json: problemsAsJson,
  github: problemsAsGithub,
  sarif: problemsAsSarif,
} satisfies Record<string, (problems: readonly Problem[], facts: ReportFacts) => string>;
