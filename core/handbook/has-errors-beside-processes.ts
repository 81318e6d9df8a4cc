import type { ParsedHandbook } from "../definition/index.ts";
import type { Problem } from "../problem.ts";

/**
 * Whether anything but single processes has an error: the settings, the roles, a file nobody reads. Each process takes from
 * these, so that none can be used as it is meant.
 */
export function hasErrorsBesideProcesses({
  parsed,
  problems,
  root,
}: {
  readonly parsed: ParsedHandbook;
  readonly problems: readonly Problem[];
  readonly root: string;
}): boolean {
  const paths = new Set(parsed.processes.map(({ path }) => (root === "" ? path : `${root}/${path}`)));
  return problems.some(({ severity, file }) => severity === "error" && !paths.has(file));
}
