import { createHash } from "node:crypto";
import { renderMermaidSVG } from "beautiful-mermaid";
import type { Element, ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { isAllowedInSvg, type SvgNode, svgNode, writeSvg } from "./svg-tree.ts";

/**
 * Draws a Mermaid diagram that somebody wrote, as SVG text; nothing when it is of a kind that cannot be drawn here.
 * Of what beautiful-mermaid makes only the elements and attributes of our list stay: no style sheet with its web
 * font, no style attribute; colours are names that the page's style sheet knows. Ids are made unique by the text.
 */
export function drawMermaid(text: string, label: string): string | undefined {
  const drawn = drawOrNothing(text);
  if (drawn === undefined) return undefined;
  const prefix = `m${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
  const tree = fromHtml(drawn, { fragment: true, space: "svg" });
  const svg = tree.children.find(
    (node): node is Element => node.type === "element" && node.tagName === "svg",
  );
  if (svg === undefined) return undefined;
  const clean = cleanElement(svg, prefix);
  return (
    clean &&
    writeSvg(
      svgNode(
        "svg",
        { ...clean.attributes, class: "drawn", role: "img", "aria-label": label },
        ...clean.children,
      ),
    )
  );
}

function drawOrNothing(text: string): string | undefined {
  try {
    return renderMermaidSVG(text);
  } catch {
    // It throws on every kind of diagram it does not know; whether the text is Mermaid at all is the checker's to say.
    return undefined;
  }
}

function cleanElement(element: Element, prefix: string): SvgNode | undefined {
  if (!isAllowedInSvg.element(element.tagName)) return undefined;
  const attributes = Object.entries(element.properties).flatMap(([property, value]) => {
    const name = attributeNames[property] ?? property;
    const text = Array.isArray(value) ? value.join(" ") : String(value);
    if (!isAllowedInSvg.attribute(name) || name === "href" || /url\(\s*(?!#)/i.test(text)) return [];
    if (name === "xmlns") return [];
    if (name === "id") return [[name, `${prefix}-${text}`]];
    if (measures.has(name)) return [[name, shortNumbers(text)]];
    return [[name, text.replace(/url\(#/g, `url(#${prefix}-`)]];
  });
  const children = element.children.flatMap((child: ElementContent): (SvgNode | string)[] => {
    if (child.type === "text") return child.value.trim() === "" ? [] : [child.value];
    return child.type === "element" ? asList(cleanElement(child, prefix)) : [];
  });
  return svgNode(element.tagName, Object.fromEntries(attributes), ...children);
}

/** Tenths of a pixel are more than anybody sees; the digits after them make up half of a picture's weight. */
function shortNumbers(text: string): string {
  return text.replace(/(?<!\d)\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));
}

function asList(node: SvgNode | undefined): SvgNode[] {
  return node === undefined ? [] : [node];
}

const measures: ReadonlySet<string> = new Set(
  "cx cy d dx dy height points r rx ry transform viewBox width x x1 x2 y y1 y2".split(" "),
);

/** The parser's names of attributes that are written otherwise. */
const attributeNames: Readonly<Record<string, string>> = {
  className: "class",
  dominantBaseline: "dominant-baseline",
  fontSize: "font-size",
  fontWeight: "font-weight",
  markerEnd: "marker-end",
  markerStart: "marker-start",
  strokeDashArray: "stroke-dasharray",
  strokeLineJoin: "stroke-linejoin",
  strokeWidth: "stroke-width",
  textAnchor: "text-anchor",
};
