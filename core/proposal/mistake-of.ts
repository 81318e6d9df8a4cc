import { normalizeText, parseProcess } from "../definition/index.ts";
import { type CheckedHandbook, openParsedHandbook } from "../handbook/index.ts";
import { isNewBeside, type Problem } from "../problem.ts";

/**
 * The first error that a handbook would have with another text of one process, and does not have now; nothing where there is none. `path`
 * is within the handbook.
 */
export function mistakeOf(
  { parsed, root, problems }: CheckedHandbook,
  path: string,
  text: string,
): Problem | undefined {
  const changed = parseProcess({ path, text: normalizeText(text) });
  const processes = parsed.processes.map((process) => (process.path === path ? changed : process));
  const isNew = isNewBeside(problems);
  return openParsedHandbook({ ...parsed, processes }, { root }).problems.find(
    (problem) => problem.severity === "error" && isNew(problem),
  );
}
