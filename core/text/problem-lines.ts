import { visible } from "../message.ts";
import type { Problem } from "../problem.ts";

/** Problems for a terminal, one line each: `file:line:column severity message problem-id`. Empty text when there is none. */
export function problemLines(problems: readonly Problem[]): string {
  return problems
    .map(
      ({ file, line, column, severity, message, problemId }) =>
        `${visible(file)}:${line}:${column} ${severity} ${visible(message)} ${problemId}\n`,
    )
    .join("");
}
