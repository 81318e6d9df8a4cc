import type { Document } from "yaml";
import { stepKeyOrder } from "./key-order.ts";
import { columnOf, lineEnd } from "./set-key.ts";
import type { TextEdit } from "./text-edit.ts";
import type { FieldValue, NewStep } from "./wish.ts";
import { writeValue } from "./write-value.ts";
import { stepMaps } from "./yaml-places.ts";

/**
 * The edit that writes a new step behind another one, or as the first, in the manner of its neighbour: on one line in
 * braces or on lines of its own, with an empty line between where the others have one. Nothing where the list of steps
 * has none to stand beside, or is written in square brackets.
 */
export function addStep(
  yaml: string,
  document: Document,
  after: string | null,
  step: NewStep,
): TextEdit | undefined {
  const list = stepMaps(document);
  if (!list || list.isFlow) return undefined;
  const { steps } = list;
  const neighbour = after === null ? steps[0] : steps.find(({ id }) => id === after);
  if (!neighbour) return undefined;
  const { map } = neighbour;
  const dash = yaml.lastIndexOf("-", map.start - 1);
  const indent = " ".repeat(columnOf(yaml, dash));
  const written = pairsOf(step).map(([key, value]) => `${key}: ${writeValue(value, map.isFlow)}`);
  const item = map.isFlow
    ? `${indent}- { ${written.join(", ")} }`
    : `${indent}- ${written.join(`\n${indent}  `)}`;
  const gap = hasGaps(
    yaml,
    steps.map((other) => other.map.start),
  )
    ? "\n\n"
    : "\n";
  if (after === null) {
    const start = yaml.lastIndexOf("\n", dash) + 1;
    return { start, end: start, text: `${item}${gap}` };
  }
  if (yaml[map.end - 1] === "\n") return { start: map.end, end: map.end, text: `${gap.slice(1)}${item}\n` };
  const end = lineEnd(yaml, map.end);
  return { start: end, end, text: `${gap}${item}` };
}

function pairsOf({ id, title, fields }: NewStep): (readonly [string, Exclude<FieldValue, null>])[] {
  const all: Readonly<Record<string, FieldValue>> = { id, title, ...fields };
  return stepKeyOrder.flatMap((key) => {
    const value = Object.hasOwn(all, key) ? all[key] : undefined;
    return value === undefined || value === null ? [] : [[key, value] as const];
  });
}

/** Whether an empty line stands before the second step. */
function hasGaps(yaml: string, [, second]: readonly number[]): boolean {
  if (second === undefined) return false;
  const lineStart = yaml.lastIndexOf("\n", second - 1);
  return /\n[ \t]*$/.test(yaml.slice(0, lineStart));
}
