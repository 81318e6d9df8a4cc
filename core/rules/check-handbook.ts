import type { ParsedHandbook, ParsedProcess } from "../definition/index.ts";
import { inFileOrder, type Problem, type Severity } from "../problem.ts";
import type { HandbookFacts, HandbookFinding, Rule, RuleContext } from "./rule.ts";
import { rules } from "./rules.ts";
import { ruleSettingOf } from "./support/rule-setting.ts";

/**
 * Every problem of a handbook, in file order. Paths begin with `root`, the handbook's folder as the reader knows it;
 * an empty root leaves them relative to the handbook. Rules that need a fact which is not given say nothing.
 */
export function checkHandbook(parsed: ParsedHandbook, root = "", facts: HandbookFacts = {}): Problem[] {
  const base = { parsed, roles: parsed.roles.draft, processes: processesById(parsed), facts, rules };
  const problems = rules.flatMap((rule): Problem[] => {
    const { severity, most } = ruleSettingOf(rule, parsed);
    if (severity === "off" || (rule.needsAllFiles && facts.isPartial)) return [];
    return findingsOf(rule, { ...base, most }).map((finding) => problemOf(rule.id, severity, finding, root));
  });
  return inFileOrder(problems);
}

function findingsOf(rule: Rule, context: RuleContext): readonly HandbookFinding[] {
  if (rule.scope === "handbook") return rule.check(context);
  return context.parsed.processes.flatMap((subject) =>
    rule.check(subject, context).map((finding) => ({ path: subject.path, ...finding })),
  );
}

function problemOf(problemId: string, severity: Severity, finding: HandbookFinding, root: string): Problem {
  const fileOf = (path: string) => (root === "" ? path : `${root}/${path}`);
  const { path, line, column, message, related } = finding;
  return {
    problemId,
    severity,
    file: fileOf(path),
    line,
    column,
    message,
    ...(related && { related: { file: fileOf(related.path), line: related.line, column: related.column } }),
  };
}

function processesById({ processes }: ParsedHandbook): ReadonlyMap<string, ParsedProcess> {
  const byId = new Map<string, ParsedProcess>();
  for (const subject of processes) if (!byId.has(subject.id)) byId.set(subject.id, subject);
  return byId;
}
