import type { Problem } from "../../core/problem.ts";

/** Problems as the command `check` prints them, one line each; empty text when there is none. */
export function problemLines(problems: readonly Problem[]): string {
  return problems
    .map(
      ({ file, line, column, severity, message, problemId }) =>
        `${file}:${line}:${column} ${severity} ${message} ${problemId}\n`,
    )
    .join("");
}
