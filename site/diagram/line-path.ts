import type { Point } from "./lay-out-flow.ts";

/** The path of a line through its points, smooth and upright wherever it passes one, so that it ends pointing down. */
export function linePath(points: readonly Point[]): string {
  const [first, ...rest] = points.filter((point, index) => !isOnTheWay(point, index, points));
  if (!first) return "";
  let path = `M${first.x} ${first.y}`;
  let before = first;
  for (const point of rest) {
    const middle = Math.round((before.y + point.y) / 2);
    path +=
      before.x === point.x
        ? `V${point.y}`
        : `C${before.x} ${middle} ${point.x} ${middle} ${point.x} ${point.y}`;
    before = point;
  }
  return path;
}

/** Whether a point lies on the upright line between its neighbours, and so changes nothing. */
function isOnTheWay({ x }: Point, index: number, points: readonly Point[]): boolean {
  return points[index - 1]?.x === x && points[index + 1]?.x === x;
}
