import type { Problem, Severity } from "../../core/problem.ts";
import { workflowData, workflowProperty } from "../../core/workflow-data.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", advice: "notice" };

/**
 * Workflow commands, so that GitHub Actions shows each problem on its line of the file.
 * Format: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function problemsAsGithub(problems: readonly Problem[]): string {
  return problems
    .map(({ file, line, column, severity, message, problemId }) => {
      const properties = `file=${workflowProperty(file)},line=${line},col=${column},title=${workflowProperty(problemId)}`;
      return `::${commands[severity]} ${properties}::${workflowData(message)}\n`;
    })
    .join("");
}
