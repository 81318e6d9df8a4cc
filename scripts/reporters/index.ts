import type { Problem } from "../../core/problem.ts";
import { problemLines } from "../../core/text/index.ts";
import { problemsAsGithub } from "./problems-as-github.ts";
import { problemsAsJson } from "./problems-as-json.ts";
import { problemsAsSarif } from "./problems-as-sarif.ts";

export { planAsJson } from "./plan-as-json.ts";
export { planAsTable } from "./plan-as-table.ts";

/** The formats of `check`. A new one is a file beside this one and a line here. */
export const problemReporters = {
  text: problemLines,
  json: problemsAsJson,
  github: problemsAsGithub,
  sarif: problemsAsSarif,
} satisfies Record<string, (problems: readonly Problem[]) => string>;
