import { type SvgNode, svgNode, writeSvg } from "./svg-tree.ts";
import { wrapText } from "./wrap-text.ts";

/** What bars of one kind stand for, and the class that gives them their colour. */
export interface BarKind {
  readonly name: string;
  readonly text: string;
}

/** A title with a bar of each kind; a kind without a value has none. */
export interface BarGroup {
  readonly title: string;
  readonly values: readonly (number | undefined)[];
}

const width = 800;
const labelWidth = 230;
const headHeight = 28;
const barHeight = 14;
const barDistance = 16;

/**
 * Draws groups of bars on one scale, as SVG text, each with its number; no value is below 0. A table beside it tells the
 * same to those who cannot see it.
 */
export function drawBars(kinds: readonly BarKind[], groups: readonly BarGroup[]): string {
  const longest = Math.max(1, ...groups.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const scale = (width - labelWidth - 60) / longest;
  const rowHeight = Math.max(38, kinds.length * barDistance + 12);
  const height = groups.length * rowHeight + headHeight;
  return writeSvg(
    svgNode(
      "svg",
      { class: "bars", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
      ...kinds.flatMap(drawKind),
      ...groups.flatMap((group, index) =>
        drawGroup(group, kinds, { y: headHeight + index * rowHeight, rowHeight, scale }),
      ),
    ),
  );
}

function drawKind({ name, text }: BarKind, index: number): SvgNode[] {
  const x = labelWidth + index * 90;
  return [
    svgNode("rect", { class: name, x, y: 4, width: 12, height: 12 }),
    svgNode("text", { class: "flow-role", x: x + 18, y: 14 }, text),
  ];
}

interface GroupPlace {
  readonly y: number;
  readonly rowHeight: number;
  readonly scale: number;
}

function drawGroup({ title, values }: BarGroup, kinds: readonly BarKind[], place: GroupPlace): SvgNode[] {
  const { y, rowHeight, scale } = place;
  const lines = wrapText(title, labelWidth - 16, { fontSize: 13, weight: "regular" }, 2);
  const middle = y + (rowHeight - 8) / 2;
  const firstLine = middle + (lines.length > 1 ? -3 : 5);
  const firstBar = middle - (kinds.length * barDistance - 2) / 2;
  return [
    ...lines.map((line, index) =>
      svgNode("text", { class: "bar-title", x: 0, y: firstLine + index * 16 }, line),
    ),
    ...kinds.flatMap(({ name }, index) => {
      const value = values[index];
      return value === undefined ? [] : drawBar(value, name, firstBar + index * barDistance, scale);
    }),
  ];
}

function drawBar(value: number, name: string, y: number, scale: number): SvgNode[] {
  const length = Math.max(2, Math.round(value * scale));
  return [
    svgNode("rect", { class: name, x: labelWidth, y, width: length, height: barHeight }),
    svgNode("text", { class: "flow-role", x: labelWidth + length + 6, y: y + 11 }, String(value)),
  ];
}
