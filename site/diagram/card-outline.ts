import type { FlowCard } from "./lay-out-flow.ts";

/**
 * The outline of a card as path data, from its upper left corner: tasks have round corners, approvals cut corners,
 * decisions pointed sides, checkpoints round ends, and child processes a second line on both sides.
 */
export function cardOutline({ kind, width, height }: Pick<FlowCard, "kind" | "width" | "height">): string {
  switch (kind) {
    case "task":
      return roundedBox(width, height, 10);
    case "checkpoint":
      return roundedBox(width, height, Math.min(height / 2, 28));
    case "approval": {
      const cut = 13;
      return `M${cut} 0H${width - cut}l${cut} ${cut}V${height - cut}l${-cut} ${cut}H${cut}L0 ${height - cut}V${cut}Z`;
    }
    case "decision": {
      const point = 16;
      return `M${point} 0H${width - point}L${width} ${height / 2}L${width - point} ${height}H${point}L0 ${height / 2}Z`;
    }
    case "process":
      return `${roundedBox(width, height, 4)}M8 0v${height}M${width - 8} 0v${height}`;
  }
}

function roundedBox(width: number, height: number, radius: number): string {
  const across = width - 2 * radius;
  const down = height - 2 * radius;
  const corner = (dx: number, dy: number) => `a${radius} ${radius} 0 0 1 ${dx} ${dy}`;
  return `M${radius} 0h${across}${corner(radius, radius)}v${down}${corner(-radius, radius)}h${-across}${corner(-radius, -radius)}v${-down}${corner(radius, -radius)}Z`;
}
