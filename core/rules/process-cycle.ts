import type { DataPath, ParsedProcess } from "../definition/index.ts";
import { code } from "../message.ts";
import type { ContextRule } from "./rule.ts";

/** A child process that leads back to the process it is part of. */
export const processCycle: ContextRule = {
  id: "process-cycle",
  scope: "process-in-context",
  severity: "error",
  purpose: "No process is part of itself, directly or through its child processes.",
  why: "Each start would start itself again, without end. To begin anew when a run has ended, use `repeats`.",
  examples: [
    {
      title: "A process starts itself",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: again, title: Do it again, kind: process, process: example }`,
      },
      at: "example }",
      right: { process: "repeats: FREQ=MONTHLY;BYDAY=1MO" },
    },
  ],
  check: (process, { processes }) => {
    const route = routeBack(process, processes);
    if (!route) return [];
    const ids = [process.id, ...route.ids].map((id) => code(id)).join(" → ");
    const message = `This process leads back to itself: ${ids}; take one of them out, or use \`repeats\` to begin anew.`;
    return [{ ...process.frontMatter.positionOf(route.path), message }];
  },
};

/** The shortest way from a process through its child processes back to it, and the step it begins with. */
function routeBack(
  start: ParsedProcess,
  processes: ReadonlyMap<string, ParsedProcess>,
): { ids: readonly string[]; path: DataPath } | undefined {
  const seen = new Set<string>();
  let routes = childrenOf(start).map(({ id, index }) => ({ ids: [id], path: ["steps", index, "process"] }));
  while (routes.length > 0) {
    const back = routes.find(({ ids }) => ids.at(-1) === start.id);
    if (back) return back;
    routes = routes.flatMap(({ ids, path }) => {
      const last = ids.at(-1) ?? "";
      const child = processes.get(last);
      if (!child || seen.has(last)) return [];
      seen.add(last);
      return childrenOf(child).map(({ id }) => ({ ids: [...ids, id], path }));
    });
  }
  return undefined;
}

function childrenOf({ draft }: ParsedProcess): { id: string; index: number }[] {
  return (draft.steps ?? []).flatMap(({ process }, index) =>
    process === undefined ? [] : [{ id: process, index }],
  );
}
