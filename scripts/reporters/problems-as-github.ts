import type { Problem, Severity } from "../../core/problem.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", advice: "notice" };

/**
 * Workflow commands, so that GitHub Actions shows each problem on its line of the file.
 * Format: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function problemsAsGithub(problems: readonly Problem[]): string {
  return problems
    .map(({ file, line, column, severity, message, problemId }) => {
      const properties = `file=${property(file)},line=${line},col=${column},title=${property(problemId)}`;
      return `::${commands[severity]} ${properties}::${data(message)}\n`;
    })
    .join("");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
