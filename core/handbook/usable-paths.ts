import type { Problem } from "../problem.ts";

/** Tells of a path within the handbook whether its file has no error. `root` is what problems name in front of each path. */
export function usablePaths(problems: readonly Problem[], root: string): (path: string) => boolean {
  const wrong = new Set(problems.filter(({ severity }) => severity === "error").map(({ file }) => file));
  return (path) => !wrong.has(root === "" ? path : `${root}/${path}`);
}
