import dagre from "@dagrejs/dagre";
import type { StepId, StepKind } from "../../core/definition/index.ts";
import type { Flow, FlowEdge, FlowNode, FlowStanding } from "../../core/diagram/index.ts";
import { layOutNarrow } from "./lay-out-narrow.ts";
import { layOutRows } from "./lay-out-rows.ts";
import { textWidth } from "./text-width.ts";
import { wrapText } from "./wrap-text.ts";

/** A step as a card with its place. `x` and `y` are the upper left corner. */
export interface FlowCard {
  readonly id: StepId;
  readonly kind: StepKind;
  readonly number: number;
  readonly title: string;
  readonly titleLines: readonly string[];
  readonly roleLines: readonly string[];
  readonly roleTitles: readonly string[];
  readonly due?: string | undefined;
  readonly conditional: boolean;
  /** Where it stands, in the flow of a run. */
  readonly standing?: FlowStanding | undefined;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One step waiting for another, as the points its line passes, from above to below. */
export interface FlowLine {
  readonly from: StepId;
  readonly to: StepId;
  readonly points: readonly Point[];
  readonly label?:
    | { readonly text: string; readonly x: number; readonly y: number; readonly width: number }
    | undefined;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A flow with everything in its place, ready to be drawn. */
export interface FlowLayout {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly cards: readonly FlowCard[];
  readonly lines: readonly FlowLine[];
}

/** Measures of a card, in pixels at full size. */
export const cardMeasures = {
  width: 216,
  padding: 14,
  metaHeight: 18,
  titleHeight: 19,
  roleHeight: 16,
  titleSize: 14.5,
  roleSize: 12,
  labelSize: 12,
  labelHeight: 20,
} as const;

/** A card that has no place yet. */
export type SizedCard = Omit<FlowCard, "x" | "y">;

/** Room between cards, between rows, and around the whole. */
export const flowGaps = { across: 18, down: 30, margin: 6 } as const;

/** A wider picture has words too small to be read where it is shown as a whole. */
const widest = 760;

/**
 * Places the cards of a flow from above to below, each below all it waits for. Rows that follow each other through
 * single steps need no more than arithmetic; for everything else dagre finds places with few crossings. What becomes too wide to be
 * seen at once is placed anew in more rows.
 */
export function layOutFlow(flow: Flow): FlowLayout {
  const known = new Set(flow.nodes.map((node) => node.id));
  const edges = flow.edges.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  const cards = flow.nodes.map((node, index) => sizeCard(node, index + 1));
  const layout = layOutRows(flow.title, cards, edges) ?? layOutGraph(flow.title, cards, edges);
  return layout.width > widest ? layOutNarrow(flow.title, cards, edges) : layout;
}

function layOutGraph(title: string, sized: readonly SizedCard[], edges: readonly FlowEdge[]): FlowLayout {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  const { across: nodesep, down: ranksep, margin } = flowGaps;
  graph.setGraph({ rankdir: "TB", nodesep, ranksep, edgesep: 12, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of sized) graph.setNode(id, { width, height });
  for (const { from, to, label } of edges) graph.setEdge(from, to, labelSize(label));
  const lifted = rootsOnTop(graph);
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const isMirrored = runsRightToLeft(sized.map(({ id }) => graph.node(id)));
  const across = (x: number) => round(isMirrored ? width - x : x);
  return {
    title,
    width: Math.ceil(width),
    height: Math.ceil(height - lifted),
    cards: sized.map((card) => {
      const { x, y } = graph.node(card.id);
      return { ...card, x: round(across(x) - card.width / 2), y: round(y - lifted - card.height / 2) };
    }),
    lines: edges.map(({ from, to, label }) => {
      const edge = graph.edge(from, to);
      // One point between two neighbours only makes the line wave; with a label it leads the line through it.
      const between = edge.points.length === 3 && label === undefined ? [] : edge.points.slice(1, -1);
      const inner = between.map((point: Point) => ({ x: across(point.x), y: round(point.y - lifted) }));
      const places = [graph.node(from), graph.node(to)].map((place) => ({ ...place, y: place.y - lifted }));
      const [start, end] = places as [Place, Place];
      const points = [edgeOf(start, 1, across), ...inner, edgeOf(end, -1, across)];
      return {
        from,
        to,
        points,
        label: labelOfLine(label, { x: across(edge.x ?? 0), y: round((edge.y ?? 0) - lifted) }),
      };
    }),
  };
}

type Place = Point & { readonly height: number };

/** An id that no step can have. */
const above = "above all";

/**
 * Puts a point above all steps that wait for nobody, so that they stand in the first row: left alone, dagre moves a step down to
 * those that wait for it, and the first to be done is drawn beside the fifth. Gives how much lower everything then stands.
 */
function rootsOnTop(graph: InstanceType<typeof dagre.graphlib.Graph>): number {
  const roots = graph.nodes().filter((id: string) => (graph.inEdges(id) ?? []).length === 0);
  if (roots.length < 2) return 0;
  graph.setNode(above, { width: 0, height: 0 });
  for (const root of roots) graph.setEdge(above, root, { weight: 1000, width: 0, height: 0 });
  return flowGaps.down;
}

/** The middle of a card's lower (1) or upper (-1) edge, where lines leave and arrive. */
function edgeOf(place: Place, side: 1 | -1, across: (x: number) => number): Point {
  return { x: across(place.x), y: round(place.y + (side * place.height) / 2) };
}

/** Whether steps side by side stand mostly in the wrong order; dagre does not care, readers do. */
function runsRightToLeft(places: readonly Point[]): boolean {
  let balance = 0;
  for (const [index, place] of places.entries()) {
    const next = places[index + 1];
    if (next && Math.abs(next.y - place.y) < 20) balance += Math.sign(next.x - place.x);
  }
  return balance < 0;
}

function sizeCard(node: FlowNode, number: number): SizedCard {
  const { width, padding, metaHeight, titleHeight, roleHeight, titleSize, roleSize } = cardMeasures;
  // The slanted sides of decisions and approvals take room from the text.
  const sides = node.kind === "decision" ? 44 : node.kind === "task" ? 28 : 36;
  const inner = width - sides;
  const titleLines = wrapText(node.title, inner, { fontSize: titleSize, weight: "bold" }, 4);
  const roles = [node.roleTitles.join(", "), ...(node.beside ?? [])]
    .filter((words) => words !== "")
    .join(" · ");
  const roleLines = wrapText(
    roles,
    inner,
    { fontSize: roleSize, weight: "regular" },
    2 + (node.beside?.length ?? 0),
  );
  const due =
    node.forEach === undefined ? node.due : [node.due, `× ${node.forEach}`].filter(Boolean).join(" · ");
  const lines = roleLines.length + (node.standing === undefined ? 0 : 1);
  const height = padding * 2 + metaHeight + titleLines.length * titleHeight + lines * roleHeight - 4;
  return {
    id: node.id,
    kind: node.kind,
    number,
    title: node.title,
    titleLines,
    roleLines,
    roleTitles: node.roleTitles,
    due,
    conditional: node.conditional,
    standing: node.standing,
    width,
    height,
  };
}

/** A label on one line. Of a question with its answer it is the question that is shortened: the answer leads this way. */
function labelText(label: string): string {
  const [, question, answer = ""] = /^(.*)(: .*?)$/s.exec(label) ?? [];
  if (question === undefined) return onOneLine(label, mostLabel);
  const forAnswer = textWidth(answer, cardMeasures.labelSize);
  if (forAnswer > mostLabel / 2) return onOneLine(label, mostLabel);
  return `${onOneLine(question, mostLabel - forAnswer)}${answer}`;
}

const mostLabel = 190;

function onOneLine(text: string, width: number): string {
  const [line = ""] = wrapText(text, width, { fontSize: cardMeasures.labelSize, weight: "regular" }, 1);
  return line;
}

/** The label of a line, its middle at a place; nothing for a line without one. */
export function labelOfLine(label: string | undefined, { x, y }: Point): FlowLine["label"] {
  return label === undefined ? undefined : { text: labelText(label), x, y, width: labelSize(label).width };
}

function labelSize(label: string | undefined): { width: number; height: number; labelpos: string } {
  const text = label === undefined ? "" : labelText(label);
  if (text === "") return { width: 0, height: 0, labelpos: "c" };
  const width = Math.ceil(textWidth(text, cardMeasures.labelSize)) + 16;
  return { width, height: cardMeasures.labelHeight, labelpos: "c" };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
