import type { StepId } from "../../core/definition/index.ts";
import type { FlowEdge } from "../../core/diagram/index.ts";
import {
  type FlowCard,
  type FlowLayout,
  flowGaps,
  labelOfLine,
  type Point,
  type SizedCard,
} from "./lay-out-flow.ts";

/** So many cards stand side by side at most. */
const mostAcross = 3;
/** Room between two rows in which lines cross over, and where one of them bears a label. */
const rowGap = 34;
const labelledGap = 54;
/** How far above the head of a line its label stands. */
const labelRaise = 22;
/** Room beside the rows for lines that pass by. */
const besideRows = 20;

interface Row {
  readonly cards: readonly FlowCard[];
  readonly top: number;
  readonly bottom: number;
}

/**
 * Places a flow in rows of at most three cards, for one in which so many steps stand side by side that the picture would be too
 * wide to be seen as a whole. Each card stands below all it waits for; a line that passes rows goes down between their cards.
 */
export function layOutNarrow(
  title: string,
  cards: readonly SizedCard[],
  edges: readonly FlowEdge[],
): FlowLayout {
  const rows = placeRows(inRows(cards, edges), edges);
  const placed = new Map(rows.flatMap((row) => row.cards.map((card) => [card.id, card] as const)));
  const rowOf = new Map(rows.flatMap((row, index) => row.cards.map(({ id }) => [id, index] as const)));
  return {
    title,
    width: widthOf(rows.map((row) => row.cards)),
    height: Math.ceil((rows.at(-1)?.bottom ?? 0) + flowGaps.margin),
    cards: cards.flatMap(({ id }) => placed.get(id) ?? []),
    lines: edges.flatMap(({ from, to, label }) => {
      const [above, below] = [placed.get(from), placed.get(to)];
      const [first = 0, last = 0] = [rowOf.get(from), rowOf.get(to)];
      if (above === undefined || below === undefined || first >= last) return [];
      const points = pointsOf(above, below, rows.slice(first + 1, last), rows[first]?.bottom ?? 0);
      const at = { x: below.x + below.width / 2, y: below.y - labelRaise };
      return [{ from, to, points, label: labelOfLine(label, at) }];
    }),
  };
}

/**
 * Cards in rows: in each those that may come next, first the ones that most comes after; in the order written. Where all that are
 * left wait for one another, which the checker tells, the first goes on; no line leads up to it.
 */
function inRows(cards: readonly SizedCard[], edges: readonly FlowEdge[]): SizedCard[][] {
  const depths = depthsBelow(cards, edges);
  const before = Map.groupBy(edges, ({ to }) => to);
  const rows: SizedCard[][] = [];
  const done = new Set<StepId>();
  while (done.size < cards.length) {
    const left = cards.filter(({ id }) => !done.has(id));
    const next = left.filter(({ id }) => (before.get(id) ?? []).every(({ from }) => done.has(from)));
    const row = (next.length > 0 ? next : left.slice(0, 1))
      .toSorted((a, b) => (depths.get(b.id) ?? 0) - (depths.get(a.id) ?? 0))
      .slice(0, mostAcross);
    for (const { id } of row) done.add(id);
    rows.push(row.toSorted((a, b) => a.number - b.number));
  }
  return rows;
}

/** How many cards come one after the other below each, at most. */
function depthsBelow(cards: readonly SizedCard[], edges: readonly FlowEdge[]): Map<StepId, number> {
  const after = Map.groupBy(edges, ({ from }) => from);
  const depths = new Map<StepId, number>();
  const depthOf = (id: StepId): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    // Whoever waits for itself by a detour is met again here.
    depths.set(id, 0);
    const depth = Math.max(0, ...(after.get(id) ?? []).map(({ to }) => depthOf(to) + 1));
    depths.set(id, depth);
    return depth;
  };
  for (const { id } of cards) depthOf(id);
  return depths;
}

function placeRows(rows: readonly (readonly SizedCard[])[], edges: readonly FlowEdge[]): Row[] {
  const labelled = new Set(edges.filter(({ label }) => label !== undefined).map(({ to }) => to));
  const width = widthOf(rows);
  let top: number = flowGaps.margin;
  return rows.map((row, index) => {
    if (index > 0) top += row.some(({ id }) => labelled.has(id)) ? labelledGap : rowGap;
    const height = Math.max(...row.map((card) => card.height));
    let left = (width - acrossOf(row)) / 2;
    const cards = row.map((card): FlowCard => {
      const placed = { ...card, x: left, y: top };
      left += card.width + flowGaps.across;
      return placed;
    });
    const place = { cards, top, bottom: top + height };
    top += height;
    return place;
  });
}

function acrossOf(row: readonly SizedCard[]): number {
  return row.reduce((sum, { width }) => sum + width, 0) + flowGaps.across * (row.length - 1);
}

function widthOf(rows: readonly (readonly SizedCard[])[]): number {
  return Math.ceil(Math.max(0, ...rows.map(acrossOf)) + 2 * besideRows);
}

/** From the foot of a card to the head of another: straight to the next row, else down a way that no card of a passed row stands in. */
function pointsOf(above: FlowCard, below: FlowCard, passed: readonly Row[], rowBottom: number): Point[] {
  const start = { x: above.x + above.width / 2, y: above.y + above.height };
  const end = { x: below.x + below.width / 2, y: below.y };
  const [first, last] = [passed[0], passed.at(-1)];
  const foot = start.y < rowBottom ? [{ x: start.x, y: rowBottom }] : [];
  if (first === undefined || last === undefined) return [start, ...foot, end];
  const x = freeWay(passed, start.x, end.x);
  return [start, ...foot, { x, y: first.top }, { x, y: last.bottom }, end];
}

/** Of the ways between and beside the cards of all rows that are passed, the one with the least detour. */
function freeWay(passed: readonly Row[], from: number, to: number): number {
  const half = flowGaps.across / 2;
  const cards = passed.flatMap((row) => row.cards);
  const ways = cards.flatMap(({ x, width }) => [x - half, x + width + half]);
  const free = [from, to, ...ways].filter((way) =>
    cards.every(({ x, width }) => way <= x - half || way >= x + width + half),
  );
  const detour = (way: number) => Math.abs(way - from) + Math.abs(way - to);
  return free.toSorted((a, b) => detour(a) - detour(b))[0] ?? to;
}
