import type { Point } from "./lay-out-flow.ts";

/** The path of a line through its points, smooth and upright wherever it passes one, so that it ends pointing down. */
export function linePath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  let path = `M${first.x} ${first.y}`;
  let before = first;
  for (const point of rest) {
    const middle = Math.round(((before.y + point.y) / 2) * 10) / 10;
    path +=
      before.x === point.x
        ? `V${point.y}`
        : `C${before.x} ${middle} ${point.x} ${middle} ${point.x} ${point.y}`;
    before = point;
  }
  return path;
}
