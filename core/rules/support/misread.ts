import type { ParsedProcess } from "../../definition/index.ts";

/**
 * Whether a field stands there with a value that does not fit it. The draft does not hold it then, and a rule that
 * misses it would only repeat in other words what is told already.
 */
export function isMisread({ findings }: ParsedProcess, ...path: readonly (string | number)[]): boolean {
  const wanted = path.join(".");
  return findings.some(({ misread }) => misread === wanted);
}
