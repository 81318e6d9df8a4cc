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

const width = 440;
const numberWidth = 48;
const headHeight = 30;
const lineHeight = 17;
const barHeight = 14;
const barDistance = 16;
const rowDistance = 14;

/**
 * Draws groups of bars on one scale, as SVG text, each with its number; no value is below 0. A table beside it tells the
 * same to those who cannot see it.
 */
export function drawBars(kinds: readonly BarKind[], groups: readonly BarGroup[]): string {
  const longest = Math.max(1, ...groups.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const scale = (width - numberWidth) / longest;
  const titles = groups.map(({ title }) => wrapText(title, width, { fontSize: 13, weight: "regular" }, 2));
  const heights = titles.map((lines) => lines.length * lineHeight + kinds.length * barDistance + rowDistance);
  const topOf = (index: number) => heights.slice(0, index).reduce((sum, own) => sum + own, headHeight);
  const height = topOf(groups.length);
  return writeSvg(
    svgNode(
      "svg",
      { class: "bars", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
      ...kinds.flatMap(drawKind),
      ...groups.flatMap((group, index) =>
        drawGroup(titles[index] ?? [], group, kinds, { y: topOf(index), scale }),
      ),
    ),
  );
}

function drawKind({ name, text }: BarKind, index: number): SvgNode[] {
  const x = index * 90;
  return [
    svgNode("rect", { class: name, x, y: 4, width: 12, height: 12 }),
    svgNode("text", { class: "flow-role", x: x + 18, y: 14 }, text),
  ];
}

interface GroupPlace {
  readonly y: number;
  readonly scale: number;
}

/** The title stands above its bars, so that a phone has room for both. */
function drawGroup(
  lines: readonly string[],
  { values }: BarGroup,
  kinds: readonly BarKind[],
  { y, scale }: GroupPlace,
): SvgNode[] {
  const firstBar = y + lines.length * lineHeight;
  return [
    ...lines.map((line, index) =>
      svgNode("text", { class: "bar-title", x: 0, y: y + index * lineHeight + 11 }, line),
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
    svgNode("rect", { class: name, x: 0, y, width: length, height: barHeight }),
    svgNode("text", { class: "flow-role", x: length + 6, y: y + 11 }, String(value)),
  ];
}
