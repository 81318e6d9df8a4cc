import type { StepId } from "../../core/definition/index.ts";
import type { FlowEdge } from "../../core/diagram/index.ts";
import { type FlowCard, type FlowLayout, flowGaps, type SizedCard } from "./lay-out-flow.ts";

/**
 * Places a flow whose steps form rows: every line leads from one row to the next, bears no label, and one of the
 * two rows is a single step. That is a chain, with steps side by side here and there; nothing for any other flow.
 */
export function layOutRows(
  title: string,
  cards: readonly SizedCard[],
  edges: readonly FlowEdge[],
): FlowLayout | undefined {
  const rows = rowsOf(cards, edges);
  if (rows === undefined) return undefined;
  const { across, down, margin } = flowGaps;
  const widthOf = (row: readonly SizedCard[]) =>
    row.reduce((sum, { width }) => sum + width, 0) + across * (row.length - 1);
  const width = Math.max(0, ...rows.map(widthOf)) + 2 * margin;
  const placed = new Map<StepId, FlowCard>();
  let top = margin;
  for (const row of rows) {
    const height = Math.max(...row.map((card) => card.height));
    let left = (width - widthOf(row)) / 2;
    for (const card of row) {
      placed.set(card.id, { ...card, x: left, y: top + (height - card.height) / 2 });
      left += card.width + across;
    }
    top += height + down;
  }
  return {
    title,
    width: Math.ceil(width),
    height: Math.ceil(top - down + margin),
    cards: cards.flatMap(({ id }) => placed.get(id) ?? []),
    lines: edges.flatMap(({ from, to }) => {
      const [above, below] = [placed.get(from), placed.get(to)];
      if (!above || !below) return [];
      const points = [
        { x: above.x + above.width / 2, y: above.y + above.height },
        { x: below.x + below.width / 2, y: below.y },
      ];
      return [{ from, to, points }];
    }),
  };
}

function rowsOf(cards: readonly SizedCard[], edges: readonly FlowEdge[]): SizedCard[][] | undefined {
  if (cards.length === 0 || edges.some(({ label }) => label !== undefined)) return undefined;
  const level = new Map<StepId, number>();
  const before = Map.groupBy(edges, ({ to }) => to);
  const rows: SizedCard[][] = [];
  for (const card of cards) {
    // A step that comes before one it waits for in the text has no level yet; dagre sorts such flows out.
    const levels = (before.get(card.id) ?? []).map(({ from }) => level.get(from));
    if (levels.some((above) => above === undefined || above !== levels[0])) return undefined;
    const own = levels[0] === undefined ? 0 : levels[0] + 1;
    level.set(card.id, own);
    rows[own] = [...(rows[own] ?? []), card];
  }
  const isJoined = rows.every(
    (row, index) => index === 0 || row.length === 1 || rows[index - 1]?.length === 1,
  );
  return isJoined ? rows : undefined;
}
