import { siteText } from "../../core/text/index.ts";
import type { CalendarChart, ChartRow } from "../data/calendar-chart.ts";
import type { DueTask } from "../data/calendar-page.ts";
import { type SvgNode, svgNode, writeSvg } from "./svg-tree.ts";
import { wrapText } from "./wrap-text.ts";

const words = siteText.calendar;
const nameWidth = 124;
const dayWidth = 20;
/** The columns before and after the days, where several marks stand side by side. */
const sideWidth = 54;
const headHeight = 42;
const footHeight = 22;
const lineHeight = 19;
const rowPadding = 6;
/** Lines of marks in a row; more would hide the other people. */
const mostLines = 3;
const inSideColumn = 3;

const daysFrom = nameWidth + sideWidth;

/**
 * Draws the open steps of the next weeks as SVG text, each a link to its issue. The lists below it say the same, so it
 * is hidden from screen readers and passed over by the keyboard.
 */
export function drawCalendar(chart: CalendarChart): string {
  const width = daysFrom + chart.days.length * dayWidth + sideWidth;
  const heights = chart.rows.map(heightOf);
  const bottom = headHeight + heights.reduce((sum, height) => sum + height, 0);
  let y = headHeight;
  const rows = chart.rows.map((row, index) => {
    const node = drawRow(row, y, width);
    y += heights[index] ?? 0;
    return node;
  });
  const height = bottom + footHeight;
  return writeSvg(
    svgNode(
      "svg",
      { class: "due-chart", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
      ...drawDays(chart, bottom),
      ...drawHeads(chart, width),
      ...rows,
      svgNode("path", { class: "due-line", d: `M0 ${bottom}H${width}` }),
    ),
    isSafeAddress,
  );
}

/** Addresses of GitHub, of the site itself and of the page; nothing that runs. */
function isSafeAddress(address: string): boolean {
  return /^(?:https?:\/\/|\/(?!\/)|#)/.test(address);
}

/** Days off are shaded, weeks parted by lines, and today has a frame and a word. */
function drawDays({ days }: CalendarChart, bottom: number): SvgNode[] {
  const height = bottom - headHeight;
  return days.flatMap(({ isOff, isToday }, index) => {
    const x = daysFrom + index * dayWidth;
    const place = { x, y: headHeight, width: dayWidth, height };
    return [
      ...(isOff ? [svgNode("rect", { class: "due-off", ...place })] : []),
      ...(index % 7 === 0
        ? [svgNode("path", { class: "due-line", d: `M${x} ${headHeight - 20}V${bottom}` })]
        : []),
      ...(isToday
        ? [
            svgNode("rect", { class: "due-today", ...place }),
            textNode("due-number", x + dayWidth / 2, bottom + 15, words.today),
          ]
        : []),
    ];
  });
}

function drawHeads({ days, weeks }: CalendarChart, width: number): SvgNode[] {
  return [
    textNode("due-number", nameWidth + sideWidth / 2, headHeight - 8, words.late),
    ...weeks.map((week, index) =>
      svgNode("text", { class: "due-week", x: daysFrom + index * 7 * dayWidth + 4, y: 13 }, week),
    ),
    ...days.map(({ dayOfMonth }, index) =>
      textNode("due-number", daysFrom + (index + 0.5) * dayWidth, headHeight - 8, String(dayOfMonth)),
    ),
    textNode("due-number", width - sideWidth / 2, headHeight - 8, words.later),
  ];
}

function drawRow(row: ChartRow, y: number, width: number): SvgNode {
  const height = heightOf(row);
  const { name, href, late, days, later, away } = row;
  const [shortName = ""] = wrapText(name, nameWidth - 8, { fontSize: 13, weight: "regular" }, 1);
  const middle = y + rowPadding + lineHeight / 2;
  return svgNode(
    "g",
    {},
    svgNode("path", { class: "due-line", d: `M0 ${y}H${width}` }),
    linkNode(
      { href },
      svgNode("title", {}, name),
      svgNode("text", { class: "due-name", x: 0, y: middle + 5 }, shortName),
    ),
    ...away.map(({ first, length, text }) =>
      svgNode(
        "rect",
        {
          class: "due-away",
          x: daysFrom + first * dayWidth + 1,
          y: y + 3,
          width: length * dayWidth - 2,
          height: height - 6,
          rx: 4,
        },
        svgNode("title", {}, words.away(text)),
      ),
    ),
    ...drawCell(late, nameWidth, middle, inSideColumn, href),
    ...days.flatMap((tasks, index) => drawCell(tasks, daysFrom + index * dayWidth, middle, 1, href)),
    ...drawCell(later, width - sideWidth, middle, inSideColumn, href),
  );
}

/** The marks of one cell; where they are too many, its end says how many more there are: in a wide cell two places, for two digits. */
function drawCell(tasks: readonly DueTask[], x: number, y: number, across: number, more: string): SvgNode[] {
  const places = across * mostLines;
  const room = Math.min(across, 2);
  const shown = tasks.length <= places ? tasks : tasks.slice(0, places - room);
  const step = (across === 1 ? dayWidth : sideWidth) / across;
  const placeOf = (index: number) => ({
    x: x + ((index % across) + 0.5) * step,
    y: y + Math.floor(index / across) * lineHeight,
  });
  const last = placeOf(places - 1);
  return [
    ...shown.map((task, index) => drawMark(task, placeOf(index))),
    ...(shown.length < tasks.length
      ? [
          linkNode(
            { href: more },
            textNode(
              "due-more",
              last.x - ((room - 1) * step) / 2,
              last.y + 4,
              `+${tasks.length - shown.length}`,
            ),
          ),
        ]
      : []),
  ];
}

/** A shape of its own for late, ready and waiting steps, as in the lists; colour only repeats it. */
function drawMark(task: DueTask, { x, y }: { x: number; y: number }): SvgNode {
  const state = task.isLate ? "late" : task.isReady ? "ready" : "waiting";
  const label = `${task.title}, ${task.dueText}, ${stateWords[state]}\n${task.run}`;
  return linkNode(
    {
      href: isSafeAddress(task.href) ? task.href : undefined,
      class: `due-${state}`,
      transform: `translate(${x} ${y})`,
    },
    svgNode("title", {}, label),
    svgNode("path", { d: shapes[state] }),
  );
}

const stateWords = { late: words.overdue, ready: words.ready, waiting: words.waiting } as const;
const shapes = {
  late: "M0-6L6.5 5.5h-13Z",
  ready: "M-4.5-6L6 0L-4.5 6Z",
  waiting: "M-5 0a5 5 0 0 1 10 0a5 5 0 0 1-10 0Z",
} as const;

function heightOf({ late, days, later }: ChartRow): number {
  const lines = (tasks: readonly DueTask[], across: number) => Math.ceil(tasks.length / across);
  const most = Math.max(
    1,
    lines(late, inSideColumn),
    lines(later, inSideColumn),
    ...days.map(({ length }) => length),
  );
  return 2 * rowPadding + Math.min(most, mostLines) * lineHeight;
}

function linkNode(attributes: SvgNode["attributes"], ...children: readonly SvgNode[]): SvgNode {
  return svgNode("a", { ...attributes, tabindex: -1 }, ...children);
}

function textNode(name: string, x: number, y: number, text: string): SvgNode {
  return svgNode("text", { class: name, x, y }, text);
}
