import { isNewBeside, type Problem } from "../problem.ts";
import type { ProposedMerge } from "./proposed-merge.ts";

/**
 * The problems that a pull request brings, or that stand in a file it touches, in file order. Problems elsewhere that were there
 * before are nobody's fault here and left out.
 */
export function problemsBrought({ before, after, changedPaths }: ProposedMerge): Problem[] {
  const isNew = isNewBeside(before.problems);
  const touched = new Set(changedPaths);
  return after.problems.filter((problem) => touched.has(problem.file) || isNew(problem));
}
