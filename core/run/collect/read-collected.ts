import type { CollectField } from "../../definition/index.ts";
import { readValue, type ValueProblem } from "./read-value.ts";

/** What somebody wrote when a step was done. */
export interface Collected {
  /** Each value that the step collects, by its id; an empty text for one that was not given. */
  readonly values: ReadonlyMap<string, string>;
  /** What was written besides. */
  readonly note: string;
  /** Values that have to be given and are not. */
  readonly missing: readonly CollectField[];
  /** Values that cannot be read, and what was typed. */
  readonly wrong: readonly {
    readonly field: CollectField;
    readonly typed: string;
    readonly problem: ValueProblem;
  }[];
}

/**
 * Reads lines such as `link: https://…` for what a step collects, by id or by label. All other lines are a note. Of two lines for one
 * value the later counts.
 */
export function readCollected(typed: string, fields: readonly CollectField[]): Collected {
  const byName = new Map(
    fields.flatMap(
      (field) =>
        [
          [nameOf(field.id), field],
          [nameOf(field.label), field],
        ] as const,
    ),
  );
  const values = new Map<string, string>(fields.map(({ id }) => [id, ""]));
  const wrong = new Map<string, Collected["wrong"][number]>();
  const note: string[] = [];
  for (const line of typed.split("\n")) {
    const colon = line.indexOf(":");
    const field = colon < 0 ? undefined : byName.get(nameOf(line.slice(0, colon)));
    if (!field) {
      note.push(line);
      continue;
    }
    const words = line.slice(colon + 1).trim();
    if (words === "" || words === "…") continue;
    const read = readValue(field, words);
    wrong.delete(field.id);
    if ("value" in read) values.set(field.id, read.value);
    else wrong.set(field.id, { field, typed: words, problem: read.problem });
  }
  return {
    values,
    note: note.join("\n").trim(),
    missing: fields.filter(({ id, required }) => required && values.get(id) === "" && !wrong.has(id)),
    wrong: [...wrong.values()],
  };
}

/** No id or label of a value is as long with all that may stand around it. */
const longestName = 300;

/** A name as people may write it: with capital letters, in bold, as an entry of a list, with blanks for dashes. */
function nameOf(words: string): string {
  return words
    .slice(0, longestName)
    .replace(/^[\s>*_-]+|[\s*_]+$/g, "")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
}
