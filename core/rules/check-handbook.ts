import type { ParsedHandbook, ParsedProcess } from "../definition/index.ts";
import { inFileOrder, type Problem } from "../problem.ts";
import type { Rule, RuleContext, RuleFinding } from "./rule.ts";
import { rules as allRules } from "./rules.ts";

/**
 * Every problem of a handbook, in file order. Paths begin with `root`, the handbook's folder as the reader knows it;
 * an empty root leaves them relative to the handbook.
 */
export function checkHandbook(
  parsed: ParsedHandbook,
  root = "",
  rules: readonly Rule[] = allRules,
): Problem[] {
  const context = contextOf(parsed);
  const file = (path: string) => (root === "" ? path : `${root}/${path}`);
  const toProblem = (rule: Rule, path: string, finding: RuleFinding): Problem => ({
    problemId: rule.id,
    severity: rule.severity,
    file: file(finding.path ?? path),
    line: finding.line,
    column: finding.column,
    message: finding.message,
    ...(finding.related && {
      related: {
        file: file(finding.related.path),
        line: finding.related.line,
        column: finding.related.column,
      },
    }),
  });
  const problems = rules.flatMap((rule) =>
    rule.scope === "handbook"
      ? rule.check(context).map((finding) => toProblem(rule, finding.path, finding))
      : parsed.processes.flatMap((subject) =>
          rule.check(subject, context).map((finding) => toProblem(rule, subject.path, finding)),
        ),
  );
  return inFileOrder(problems);
}

function contextOf(parsed: ParsedHandbook): RuleContext {
  const processes = new Map<string, ParsedProcess>();
  for (const subject of parsed.processes) if (!processes.has(subject.id)) processes.set(subject.id, subject);
  return { parsed, roles: parsed.roles.draft, processes };
}
