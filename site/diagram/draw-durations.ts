import { siteText } from "../../core/text/index.ts";
import { type SvgNode, svgNode, writeSvg } from "./svg-tree.ts";
import { wrapText } from "./wrap-text.ts";

/** A process with its planned and actual length. */
export interface DurationBar {
  readonly title: string;
  readonly plannedBusinessDays: number;
  readonly actualBusinessDays?: number | undefined;
}

const width = 800;
const labelWidth = 230;
const rowHeight = 44;

/** Draws planned beside actual lengths as bars, SVG text; a table beside it tells the same to those who cannot see it. */
export function drawDurations(bars: readonly DurationBar[]): string {
  const longest = Math.max(
    1,
    ...bars.flatMap((bar) => [bar.plannedBusinessDays, bar.actualBusinessDays ?? 0]),
  );
  const scale = (width - labelWidth - 60) / longest;
  const height = bars.length * rowHeight + 28;
  return writeSvg(
    svgNode(
      "svg",
      { class: "durations", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
      ...legend(),
      ...bars.flatMap((bar, index) => drawBar(bar, 28 + index * rowHeight, scale)),
    ),
  );
}

function legend(): SvgNode[] {
  const words = siteText.dashboard;
  return [
    svgNode("rect", { class: "duration-planned", x: labelWidth, y: 4, width: 12, height: 12 }),
    svgNode("text", { class: "flow-role", x: labelWidth + 18, y: 14 }, words.planned),
    svgNode("rect", { class: "duration-actual", x: labelWidth + 90, y: 4, width: 12, height: 12 }),
    svgNode("text", { class: "flow-role", x: labelWidth + 108, y: 14 }, words.actual),
  ];
}

function drawBar(bar: DurationBar, y: number, scale: number): SvgNode[] {
  const { plannedBusinessDays: planned, actualBusinessDays: actual } = bar;
  const lines = wrapText(bar.title, labelWidth - 16, { fontSize: 13, weight: "regular" }, 2);
  const top = y + (lines.length > 1 ? 13 : 21);
  const one = (days: number, top: number, name: string) => [
    svgNode("rect", {
      class: name,
      x: labelWidth,
      y: top,
      width: Math.max(2, Math.round(days * scale)),
      height: 14,
    }),
    svgNode(
      "text",
      { class: "flow-role", x: labelWidth + Math.max(2, Math.round(days * scale)) + 6, y: top + 11 },
      String(days),
    ),
  ];
  return [
    ...lines.map((line, index) =>
      svgNode("text", { class: "duration-title", x: 0, y: top + index * 16 }, line),
    ),
    ...one(planned, y + 2, "duration-planned"),
    ...(actual === undefined ? [] : one(actual, y + 18, "duration-actual")),
  ];
}
