import type { Place, Problem, Severity } from "../../core/problem.ts";
import { type Rule, rules } from "../../core/rules/index.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", advice: "note" };

/**
 * A log in the Static Analysis Results Interchange Format 2.1.0, which GitHub code scanning and editors read:
 * one run, with the rules that found something and a result a problem. Files are relative to the repository. Rules lead
 * to their pages in the handbook where that is published at `site`.
 * Format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
export function problemsAsSarif(
  problems: readonly Problem[],
  { site }: { readonly site?: string | undefined } = {},
): string {
  const found = new Set(problems.map(({ problemId }) => problemId));
  const used = rules.filter(({ id }) => found.has(id));
  const indexes = new Map(used.map(({ id }, index) => [id, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Handrail", rules: used.map((rule) => ruleOf(rule, site)) } },
        columnKind: "utf16CodeUnits",
        results: problems.map((problem) => resultOf(problem, indexes)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ id, purpose, why, severity }: Rule, site: string | undefined): object {
  return {
    id,
    shortDescription: { text: purpose },
    fullDescription: { text: why },
    help: { text: `${purpose} ${why}` },
    ...(site !== undefined && { helpUri: `${site.replace(/\/$/, "")}/problems/${id}/` }),
    defaultConfiguration: { level: levels[severity] },
  };
}

function resultOf(problem: Problem, ruleIndexes: ReadonlyMap<string, number>): object {
  const { problemId, severity, message, related } = problem;
  return {
    ruleId: problemId,
    ruleIndex: ruleIndexes.get(problemId) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(problem)],
    ...(related && { relatedLocations: [locationOf(related)] }),
  };
}

/** A file's address is a URI: every character that means something in one is encoded. */
function locationOf({ file, line, column }: Place): object {
  const uri = file.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
      region: { startLine: line, startColumn: column },
    },
  };
}
