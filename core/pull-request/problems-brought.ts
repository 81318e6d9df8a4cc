import type { Problem } from "../problem.ts";
import type { ProposedMerge } from "./proposed-merge.ts";

/**
 * The problems that a pull request brings, or that stand in a file it touches, in file order. Problems elsewhere that were there
 * before are nobody's fault here and left out.
 */
export function problemsBrought({ before, after, changedPaths }: ProposedMerge): Problem[] {
  const known = new Set(before.problems.map(keyOf));
  const touched = new Set(changedPaths);
  return after.problems.filter((problem) => touched.has(problem.file) || !known.has(keyOf(problem)));
}

/** A problem apart from its line, which moves with every edit above it. */
function keyOf({ file, problemId, message }: Problem): string {
  return JSON.stringify([file, problemId, message]);
}
