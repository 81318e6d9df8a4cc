import type { ParsedHandbook } from "../definition/index.ts";
import type { Problem } from "../problem.ts";
import { isMeantAsText } from "./process-meant.ts";

/**
 * Whether anything but single processes has an error: the settings, the roles, settings under a name that nobody reads. Each process
 * takes from these, so that none can be used as it is meant. A process under such a name is missing, which concerns no other.
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
  const ofTexts = [...parsed.processes.map(({ path }) => path), ...parsed.misplaced.filter(isMeantAsText)];
  const paths = new Set(ofTexts.map((path) => (root === "" ? path : `${root}/${path}`)));
  return problems.some(({ severity, file }) => severity === "error" && !paths.has(file));
}
