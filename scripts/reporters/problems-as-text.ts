import { visible } from "../../core/message.ts";
import type { Problem } from "../../core/problem.ts";

/** One line a problem: `file:line:column severity message problem-id`. Empty text when there is none. */
export function problemsAsText(problems: readonly Problem[]): string {
  return problems
    .map(
      ({ file, line, column, severity, message, problemId }) =>
        `${visible(file)}:${line}:${column} ${severity} ${visible(message)} ${problemId}\n`,
    )
    .join("");
}
