import type { Problem } from "../../core/problem.ts";

/** A JSON array with an object a problem; `[]` when there is none. */
export function problemsAsJson(problems: readonly Problem[]): string {
  const rows = problems.map(({ problemId, severity, file, line, column, message, related }) => ({
    problemId,
    severity,
    file,
    line,
    column,
    message,
    ...(related && { related }),
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}
