import type { Finding, ParsedData, ParsedProcess } from "../../definition/index.ts";

/**
 * Whether a field stands there with a value that does not fit it. The draft does not hold it then, and a rule that
 * misses it would only repeat in other words what is told already.
 */
export function isMisread({ findings }: ParsedProcess, ...path: readonly (string | number)[]): boolean {
  const wanted = path.join(".");
  return findings.some(({ misread }) => misread === wanted);
}

/** Whether anything that does not fit stands at places of a file, given as a pattern for paths with dots. */
export function isMisreadAt(
  { findings }: { readonly findings: readonly Finding[] },
  places: RegExp,
): boolean {
  return findings.some(({ misread }) => misread !== undefined && places.test(misread));
}

/** The indexes of the steps in which anything does not fit. */
export function misreadSteps({ findings }: ParsedProcess): ReadonlySet<number> {
  return new Set(
    findings.flatMap(({ misread }) => /^steps\.(\d+)\./.exec(misread ?? "")?.[1] ?? []).map(Number),
  );
}

const unread: ReadonlySet<string> = new Set(["file-too-large", "merge-marker"]);

/** Whether a YAML file could be read at all; one that could not says nothing about what it does not hold. */
export function isRead({ data, findings }: ParsedData<unknown>): boolean {
  return data.value !== undefined && !findings.some(({ problemId }) => unread.has(problemId));
}
