import { changesBetween, describeChanges } from "../../core/change/index.ts";
import { defineProcess, type ProcessDefinition, parseProcess } from "../../core/definition/index.ts";
import { text } from "../../core/text/index.ts";

/** Two texts of one process file. */
export interface Versions {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * What each change meant, as sentences; one that says so where nothing of matter changed, and none where one of the
 * two versions could not be used.
 */
export function meaningsOf(
  all: readonly Versions[],
  roleTitles: Readonly<Record<string, string>>,
): string[][] {
  const known = new Map<string, ProcessDefinition | undefined>();
  const read = (path: string, source: string) => {
    if (!known.has(source)) known.set(source, definitionOf(path, source));
    return known.get(source);
  };
  return all.map(({ path, before, after }) => {
    const [earlier, now] = [read(path, before), read(path, after)];
    if (earlier === undefined || now === undefined) return [];
    const sentences = describeChanges(changesBetween(earlier, now), {
      after: now,
      roleTitle: (id) => roleTitles[id] ?? id,
      processTitle: (id) => id.replaceAll("-", " "),
    });
    return sentences.length > 0 ? sentences : [text.change.nothing];
  });
}

/** Versions of long ago may hold what today's program refuses. */
function definitionOf(path: string, source: string): ProcessDefinition | undefined {
  try {
    return defineProcess(parseProcess({ path, text: source }));
  } catch {
    return undefined;
  }
}
