import type { StepId, StepKind } from "../definition/index.ts";
import type { Flow, FlowNode } from "./flow.ts";
import { mermaidText } from "./mermaid-text.ts";

const shapes: Readonly<Record<StepKind, readonly [string, string]>> = {
  task: ["[", "]"],
  approval: ["{{", "}}"],
  decision: ["{", "}"],
  checkpoint: ["([", "])"],
  process: ["[[", "]]"],
};

/**
 * The flow as Mermaid text, phases as frames: the same on the site, in issues and wherever it is pasted. Steps that are marked get a
 * thick border.
 */
export function mermaidFlowchart(flow: Flow, marked: ReadonlySet<StepId> = new Set()): string {
  const nodes = phasesOf(flow).flatMap(({ phase, nodes: own }, index) => {
    const lines = own.map((node) => {
      const [open, close] = shapes[node.kind];
      return `  ${nodeName(node.id)}${open}"${labelOf(node)}"${close}`;
    });
    if (phase === undefined) return lines;
    return [
      `  subgraph phase_${index + 1} ["${mermaidText(phase)}"]`,
      ...lines.map((line) => `  ${line}`),
      "  end",
    ];
  });
  const edges = flow.edges.map(({ from, to, label }) => {
    const words = mermaidText(label ?? "");
    const arrow = words === "" ? "-->" : `-->|"${words}"|`;
    return `  ${nodeName(from)} ${arrow} ${nodeName(to)}`;
  });
  const names = flow.nodes.filter(({ id }) => marked.has(id)).map(({ id }) => nodeName(id));
  const marks = names.map((name) => `  style ${name} stroke-width:4px`);
  return ["flowchart TD", ...nodes, ...edges, ...marks, ""].join("\n");
}

/** Nodes in the order written, those of one phase together; a phase that comes back is one subgraph. */
function phasesOf({ nodes }: Flow): { phase: string | undefined; nodes: readonly FlowNode[] }[] {
  if (nodes.every(({ phase }) => phase === undefined)) return [{ phase: undefined, nodes }];
  return [...Map.groupBy(nodes, ({ phase }) => phase)].map(([phase, own]) => ({ phase, nodes: own }));
}

/** Mermaid reads some words (`end`, `default`) and dashes as its own, so ids are spelt in a way it never does. */
function nodeName(id: StepId): string {
  return `step_${id.replaceAll("-", "_")}`;
}

function labelOf(node: FlowNode): string {
  const details = [
    ...node.roleTitles,
    ...(node.due === undefined ? [] : [node.due]),
    ...(node.forEach === undefined ? [] : [`× ${node.forEach}`]),
    ...(node.beside ?? []),
  ];
  const lines = [mermaidText(node.title)];
  if (details.length > 0) lines.push(mermaidText(details.join(" · ")));
  return lines.join("<br>");
}
