import { filesRead } from "../../definition/index.ts";
import type { RuleContext, RuleFinding } from "../rule.ts";

/**
 * The check of a rule whose problems turn up while the files are read: it passes on the findings
 * of that id, from the files of processes and pages and from the YAML files beside them.
 */
export function foundWhenReading(problemId: string) {
  return ({ parsed }: RuleContext): (RuleFinding & { path: string })[] =>
    filesRead(parsed).flatMap(({ path, findings }) =>
      findings
        .filter((finding) => finding.problemId === problemId)
        .map(({ line, column, message }) => ({ path, line, column, message })),
    );
}
