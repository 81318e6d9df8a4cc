import type { FlowCard } from "./lay-out-flow.ts";

/**
 * The outline of a card as path data: tasks have round corners, approvals cut corners, decisions pointed sides,
 * checkpoints round ends, and child processes a second line on both sides.
 */
export function cardOutline({ kind, x, y, width, height }: FlowCard): string {
  const right = x + width;
  const bottom = y + height;
  const middle = y + height / 2;
  switch (kind) {
    case "task":
      return roundedBox(x, y, width, height, 10);
    case "checkpoint":
      return roundedBox(x, y, width, height, Math.min(height / 2, 28));
    case "approval": {
      const cut = 13;
      return `M${x + cut} ${y}H${right - cut}L${right} ${y + cut}V${bottom - cut}L${right - cut} ${bottom}H${x + cut}L${x} ${bottom - cut}V${y + cut}Z`;
    }
    case "decision": {
      const point = 16;
      return `M${x + point} ${y}H${right - point}L${right} ${middle}L${right - point} ${bottom}H${x + point}L${x} ${middle}Z`;
    }
    case "process":
      return `${roundedBox(x, y, width, height, 4)}M${x + 8} ${y}V${bottom}M${right - 8} ${y}V${bottom}`;
  }
}

function roundedBox(x: number, y: number, width: number, height: number, radius: number): string {
  const across = width - 2 * radius;
  const down = height - 2 * radius;
  const corner = (dx: number, dy: number) => `a${radius} ${radius} 0 0 1 ${dx} ${dy}`;
  return `M${x + radius} ${y}h${across}${corner(radius, radius)}v${down}${corner(-radius, radius)}h${-across}${corner(-radius, -radius)}v${-down}${corner(radius, -radius)}Z`;
}
