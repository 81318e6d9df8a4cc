import { dependenciesOf, type ParsedProcess } from "../definition/index.ts";
import type { ProcessRule } from "./rule.ts";

/** Steps that wait for each other. */
export const dependencyCycle: ProcessRule = {
  id: "dependency-cycle",
  scope: "process",
  severity: "error",
  isEssential: true,
  purpose: "No step waits, directly or through others, for itself.",
  why: "Steps that wait for each other never begin, so the run would stand still for ever. To show that work may come back, let an approval send it back with `/changes`.",
  examples: [
    {
      title: "Draft and review wait for each other",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author, after: review }
  - { id: review, title: Review the draft, role: editor, after: draft }`,
      },
      at: "review }",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author, after: [] }
  - { id: review, title: Review the draft, role: editor, after: draft }`,
      },
    },
  ],
  check: (process) => {
    const cycle = findCycle(process);
    const [first, second] = cycle;
    if (first === undefined) return [];
    const ids = (process.draft.steps ?? []).map((step) => step.id ?? "");
    const route = [...cycle, first].map((index) => `\`${ids[index]}\``).join(" → ");
    const place = (index: number) => process.frontMatter.positionOf(["steps", index, "after"]);
    return [
      {
        ...place(first),
        message: `These steps wait for each other: ${route}; remove one of them from \`after\`.`,
        related: { path: process.path, ...place(second ?? first) },
      },
    ];
  },
};

/** The step indexes of one cycle, from a step to the one it waits for and on; empty when there is none. */
function findCycle(process: ParsedProcess): number[] {
  const ids = (process.draft.steps ?? []).map((step) => step.id);
  const indexOf = new Map<string, number>();
  for (const [index, id] of ids.entries()) if (id !== undefined && !indexOf.has(id)) indexOf.set(id, index);
  const done = new Set<number>();
  for (const start of ids.keys()) {
    const trail: { index: number; waiting: number[] }[] = [];
    const enter = (index: number) =>
      trail.push({ index, waiting: dependenciesOf(process, index).flatMap((id) => indexOf.get(id) ?? []) });
    if (!done.has(start)) enter(start);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const next = top.waiting.pop();
      if (next === undefined) {
        done.add(top.index);
        trail.pop();
      } else if (trail.some(({ index }) => index === next)) {
        const cycle = trail.map(({ index }) => index);
        return cycle.slice(cycle.indexOf(next));
      } else if (!done.has(next)) enter(next);
    }
  }
  return [];
}
