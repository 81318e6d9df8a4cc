import type { ParsedHandbook, ParsedProcess } from "../definition/index.ts";
import { inFileOrder, type Problem, type Severity } from "../problem.ts";
import type { HandbookFacts, HandbookFinding, ProcessRule, Rule, RuleContext, RuleFinding } from "./rule.ts";
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
  return context.parsed.processes.flatMap((subject) => {
    const findings = rule.scope === "process" ? findingsIn(subject, rule) : rule.check(subject, context);
    return findings.map((finding) => ({ path: subject.path, ...finding }));
  });
}

const known = new WeakMap<ParsedProcess, Map<ProcessRule, readonly RuleFinding[]>>();

/** What a rule finds in one process by itself, found once: both sides of a change, or two looks at one folder, share most processes. */
function findingsIn(subject: ParsedProcess, rule: ProcessRule): readonly RuleFinding[] {
  const byRule = known.get(subject) ?? new Map<ProcessRule, readonly RuleFinding[]>();
  known.set(subject, byRule);
  const findings = byRule.get(rule) ?? rule.check(subject);
  byRule.set(rule, findings);
  return findings;
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
