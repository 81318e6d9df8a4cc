import type { FlowStanding } from "../../core/diagram/index.ts";
import { siteText } from "../../core/text/index.ts";
import { cardOutline } from "./card-outline.ts";
import { kindIcons } from "./kind-icon.ts";
import { cardMeasures, type FlowCard, type FlowLayout, type FlowLine } from "./lay-out-flow.ts";
import { linePath } from "./line-path.ts";
import { type SvgNode, svgNode, writeSvg } from "./svg-tree.ts";

/** Room for a picture on a wide screen; a wider one is shown smaller, and every one as a whole where there is less room. */
const columnWidth = 756;

/** What a picture of a flow says of itself, and where it leads. */
export interface FlowDrawing {
  /** Ids in the picture begin with it, so that a page may hold several. */
  readonly idPrefix: string;
  /** What stands before the id of a step in the id of the part of the page that its card leads to. */
  readonly anchorPrefix: string;
  readonly title: (title: string) => string;
  readonly description: (steps: number) => string;
}

const ofProcess: FlowDrawing = { idPrefix: "flow", anchorPrefix: "", ...siteText.flow };

/**
 * Draws a flow as SVG text for one page; unless told otherwise that of a process, each card a link to `#` and the id of its step.
 * Colours come from the page's style sheet alone.
 */
export function drawFlow(layout: FlowLayout, drawing: FlowDrawing = ofProcess): string {
  const { idPrefix, anchorPrefix, title, description } = drawing;
  const scale = Math.min(1, columnWidth / layout.width);
  const titleId = `${idPrefix}-title`;
  const descriptionId = `${idPrefix}-description`;
  return writeSvg(
    svgNode(
      "svg",
      {
        class: "flow",
        viewBox: `0 0 ${layout.width} ${layout.height}`,
        width: Math.round(layout.width * scale),
        height: Math.round(layout.height * scale),
        role: "group",
        "aria-labelledby": `${titleId} ${descriptionId}`,
      },
      svgNode("title", { id: titleId }, title(layout.title)),
      svgNode("desc", { id: descriptionId }, description(layout.cards.length)),
      ...drawLines(layout.lines, `${idPrefix}-tip`),
      ...layout.cards.map((card) => drawCard(card, anchorPrefix)),
      svgNode("g", { "aria-hidden": "true" }, ...layout.lines.flatMap(drawLabel)),
    ),
  );
}

/** Every line ends pointing down, so one arrowhead, which the group hands on to all of them, serves the picture. */
function drawLines(lines: readonly FlowLine[], tipId: string): SvgNode[] {
  if (lines.length === 0) return [];
  const tip = svgNode("path", { class: "flow-arrow", d: "M0 0L4.5 7L9 0Z" });
  const box = { refX: 4.5, refY: 7, markerWidth: 9, markerHeight: 7, markerUnits: "userSpaceOnUse" };
  return [
    svgNode("marker", { id: tipId, ...box }, tip),
    svgNode(
      "g",
      { class: "flow-line", "aria-hidden": "true", "marker-end": `url(#${tipId})` },
      ...lines.map(({ points }) => svgNode("path", { d: linePath(points) })),
    ),
  ];
}

function drawLabel({ label }: FlowLine): SvgNode[] {
  if (!label) return [];
  const height = cardMeasures.labelHeight;
  return [
    svgNode("rect", {
      class: "flow-label-box",
      x: label.x - label.width / 2,
      y: label.y - height / 2,
      width: label.width,
      height,
      rx: height / 2,
    }),
    svgNode("text", { class: "flow-label", x: label.x, y: label.y + 4, "text-anchor": "middle" }, label.text),
  ];
}

/** Cards of one size are drawn alike, each moved to its place: what repeats to the letter hardly weighs anything. */
function drawCard(card: FlowCard, anchorPrefix: string): SvgNode {
  const { padding, metaHeight, titleHeight, roleHeight } = cardMeasures;
  const left = card.kind === "decision" ? 24 : card.kind === "task" ? padding : padding + 4;
  const right = card.width - left;
  const metaLine = padding + 8;
  const firstTitleLine = padding + metaHeight + 11;
  const firstRoleLine = firstTitleLine + card.titleLines.length * titleHeight - 1;
  const classes = [
    "flow-card",
    `flow-${card.kind}`,
    ...(card.conditional ? ["flow-conditional"] : []),
    ...(card.standing ? [`stands-${card.standing.state}`] : []),
  ];
  // The link is named by what stands in the card; the blanks keep its lines apart when it is read aloud.
  return svgNode(
    "a",
    {
      class: classes.join(" "),
      href: `#${anchorPrefix}${card.id}`,
      transform: `translate(${card.x} ${card.y})`,
    },
    svgNode("path", { class: "flow-outline", d: cardOutline(card) }),
    svgNode("text", { class: "flow-number", x: left, y: metaLine }, `${card.number} `),
    ...drawKind(card, left + (card.number > 9 ? 20 : 13), metaLine),
    ...card.titleLines.map((line, index) =>
      svgNode("text", { class: "flow-title", x: left, y: firstTitleLine + index * titleHeight }, `${line} `),
    ),
    ...card.roleLines.map((line, index) =>
      svgNode("text", { class: "flow-role", x: left, y: firstRoleLine + index * roleHeight }, `${line} `),
    ),
    ...(card.standing === undefined
      ? []
      : [
          svgNode(
            "text",
            { class: "flow-stands", x: left, y: firstRoleLine + card.roleLines.length * roleHeight },
            `${standingSigns[card.standing.state]} ${card.standing.words} `,
          ),
        ]),
    ...(card.due === undefined
      ? []
      : [svgNode("text", { class: "flow-due", x: right, y: metaLine, "text-anchor": "end" }, card.due)]),
  );
}

/** The same signs as in lists, so that no state is told by colour alone. */
const standingSigns: Readonly<Record<FlowStanding["state"], string>> = {
  done: "✓",
  skipped: "»",
  "not-approved": "▲",
  late: "▲",
  ready: "▶",
  "held-up": "◆",
  waiting: "○",
  cancelled: "×",
};

function drawKind(card: FlowCard, x: number, y: number): SvgNode[] {
  const icon = kindIcons[card.kind];
  if (icon === undefined) return [];
  return [
    svgNode("path", { class: "flow-icon", d: icon, transform: `translate(${x} ${y - 11.5}) scale(.85)` }),
    svgNode("text", { class: "flow-kind", x: x + 18, y }, `${siteText.kinds[card.kind]} `),
  ];
}
