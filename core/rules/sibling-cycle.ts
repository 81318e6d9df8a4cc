import { dependenciesOf, type ParsedProcess, siblingsOf } from "../definition/index.ts";
import { code } from "../message.ts";
import type { ContextRule } from "./rule.ts";
import { siblingWaits } from "./support/sibling-waits.ts";
import { startersOf } from "./support/starters-of.ts";

const steps = (lines: readonly string[]) => `steps:\n${lines.map((line) => `  - { ${line} }`).join("\n")}`;
const above = (artAfter: string) =>
  steps([
    "id: text, title: Write it, kind: process, process: example",
    `id: art, title: Draw it, kind: process, process: draw, after: ${artAfter}`,
  ]);
const draw = steps(["id: draw, title: Draw it, role: author"]);
const write = steps(["id: draft, title: Write the draft, role: author, after: art/draw"]);

/** Steps of processes that are started together, which wait for each other. */
export const siblingCycle: ContextRule = {
  id: "sibling-cycle",
  scope: "process-in-context",
  severity: "error",
  needsAllFiles: true,
  purpose: "No step waits for itself through a process beside its own.",
  why: "Such steps would never begin. Often it is the process above that lets one of the two wait for the whole of the other already.",
  examples: [
    {
      title: "The other process comes after the whole of this one",
      wrong: {
        process: write,
        others: { "content/launch.mdx": above("text"), "content/draw.mdx": draw },
      },
      at: "art/draw",
      right: {
        process: write,
        others: { "content/launch.mdx": above("[]"), "content/draw.mdx": draw },
      },
    },
  ],
  check: (process, { processes }) => {
    const written = siblingWaits(process);
    if (written.length === 0) return [];
    const own = new Set(startersOf(process.id, processes).map(({ step }) => step));
    const waits = written.filter(({ sibling }) => !own.has(sibling.starter));
    const circles = ancestorsOf(process, processes).flatMap((top) => {
      const graph = waitsWithin(top, processes);
      return waits.flatMap((wait) => {
        const route = circleThrough(wait.index, wait.written, process, graph);
        return route === undefined ? [] : [{ ...wait.position, message: wordsOf(route, top) }];
      });
    });
    // One place is told once, however many processes start these two.
    return circles.filter(
      (circle, index) =>
        circles.findIndex(({ line, column }) => line === circle.line && column === circle.column) === index,
    );
  },
};

function wordsOf(route: readonly string[], top: ParsedProcess): string {
  const shown = route.map((id) => code(id)).join(" → ");
  return `In ${code(top.id)} these steps wait for each other: ${shown}; take one of them out of \`after\`.`;
}

/** The processes that start a process, directly or through others. */
function ancestorsOf(
  process: ParsedProcess,
  processes: ReadonlyMap<string, ParsedProcess>,
): readonly ParsedProcess[] {
  const found = new Set<ParsedProcess>();
  const pending = [process];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const { above } of startersOf(next.id, processes)) {
      if (found.has(above)) continue;
      found.add(above);
      pending.push(above);
    }
  }
  return [...found];
}

/** A step of a process or of one that it starts, by its id with those of the steps that start its process in front. */
interface Node {
  readonly process: ParsedProcess;
  readonly index: number;
  readonly waitsFor: string[];
}

/** More steps than any run can have at once are not followed. */
const mostNodes = 5000;
const deepest = 5;

/** What waits for what among all steps of a process and of those that it starts, each to its end. */
function waitsWithin(
  top: ParsedProcess,
  processes: ReadonlyMap<string, ParsedProcess>,
): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  const add = (process: ParsedProcess, folder: string, begin: readonly string[], depth: number) => {
    const written = process.draft.steps ?? [];
    const ids = new Set(written.flatMap(({ id }) => id ?? []));
    for (const [index, step] of written.entries()) {
      const { id, process: started } = step;
      if (id === undefined || nodes.has(folder + id) || nodes.size >= mostNodes) continue;
      const own = dependenciesOf(process, index).filter((other) => ids.has(other));
      const before = own.length > 0 ? own.map((other) => folder + other) : begin;
      const outer = folder.slice(0, folder.lastIndexOf("/", folder.length - 2) + 1);
      const beside = folder === "" ? [] : siblingsOf(step).map((other) => outer + other);
      const waitsFor = [...before, ...beside];
      nodes.set(folder + id, { process, index, waitsFor });
      const child = started === undefined || depth >= deepest ? undefined : processes.get(started);
      if (!child) continue;
      add(child, `${folder}${id}/`, waitsFor, depth + 1);
      for (const { id: inner } of child.draft.steps ?? [])
        if (inner !== undefined) waitsFor.push(`${folder}${id}/${inner}`);
    }
  };
  add(top, "", [], 0);
  return nodes;
}

/** The ids from a step that waits for one beside it back to itself; nothing when there is no such way. */
function circleThrough(
  index: number,
  written: string,
  process: ParsedProcess,
  nodes: ReadonlyMap<string, Node>,
): readonly string[] | undefined {
  for (const [start, node] of nodes) {
    if (node.process !== process || node.index !== index || !start.includes("/")) continue;
    const first = node.waitsFor.find((id) => id.endsWith(`/${written}`) || id === written);
    const route = first === undefined ? undefined : routeBetween(first, start, nodes);
    if (route) return [start, ...route];
  }
  return undefined;
}

function routeBetween(
  from: string,
  goal: string,
  nodes: ReadonlyMap<string, Node>,
): readonly string[] | undefined {
  const cameFrom = new Map<string, string>([[from, ""]]);
  const pending = [from];
  for (let id = pending.shift(); id !== undefined; id = pending.shift()) {
    if (id === goal) {
      const route = [id];
      for (let back = cameFrom.get(id); back; back = cameFrom.get(back)) route.unshift(back);
      return route;
    }
    for (const next of nodes.get(id)?.waitsFor ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      pending.push(next);
    }
  }
  return undefined;
}
