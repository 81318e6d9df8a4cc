import { InternalError } from "../../core/problem.ts";
import { escapeAttribute, escapeText } from "../markdown/escape-html.ts";

/** An SVG element as a value; text children are plain text and escaped when it is written. */
export interface SvgNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly (SvgNode | string)[];
}

/** An element with its attributes and children; attributes without a value are left out. */
export function svgNode(
  name: string,
  attributes: SvgNode["attributes"] = {},
  ...children: readonly (SvgNode | string)[]
): SvgNode {
  return { name, attributes, children };
}

const allowedElements = new Set([
  "svg",
  "title",
  "desc",
  "g",
  "a",
  "defs",
  "marker",
  "path",
  "rect",
  "circle",
  "ellipse",
  "line",
  "polyline",
  "polygon",
  "text",
  "tspan",
]);

const allowedAttributes = new Set([
  "aria-hidden",
  "aria-label",
  "aria-labelledby",
  "class",
  "cx",
  "cy",
  "d",
  "data-step",
  "dominant-baseline",
  "dx",
  "dy",
  "fill",
  "font-size",
  "font-weight",
  "height",
  "href",
  "id",
  "marker-end",
  "marker-start",
  "markerHeight",
  "markerUnits",
  "markerWidth",
  "orient",
  "points",
  "preserveAspectRatio",
  "r",
  "refX",
  "refY",
  "role",
  "rx",
  "ry",
  "stroke",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-width",
  "tabindex",
  "text-anchor",
  "transform",
  "viewBox",
  "width",
  "x",
  "x1",
  "x2",
  "xmlns",
  "y",
  "y1",
  "y2",
]);

/** Whether a picture may hold an element, or an attribute. */
export const isAllowedInSvg = {
  element: (name: string) => allowedElements.has(name),
  attribute: (name: string) => allowedAttributes.has(name),
};

/**
 * Writes a tree as SVG text. This is the last stage of every picture: an element or attribute that is not
 * on the list, or a link that `mayLead` does not let through, is a mistake of ours and throws an {@link InternalError}.
 * Unless told otherwise, links stay in their page.
 */
export function writeSvg(node: SvgNode | string, mayLead = staysInPage): string {
  if (typeof node === "string") return escapeText(node);
  if (!allowedElements.has(node.name)) throw new InternalError(`A picture holds the element ${node.name}.`);
  let open = `<${node.name}`;
  for (const [name, value] of Object.entries(node.attributes))
    if (value !== undefined) open += writeAttribute(name, String(value), mayLead);
  let children = "";
  for (const child of node.children) children += writeSvg(child, mayLead);
  return children === "" ? `${open}/>` : `${open}>${children}</${node.name}>`;
}

function staysInPage(address: string): boolean {
  return address.startsWith("#");
}

function writeAttribute(name: string, value: string, mayLead: (address: string) => boolean): string {
  if (!allowedAttributes.has(name)) throw new InternalError(`A picture holds the attribute ${name}.`);
  if (name === "href" && !mayLead(value))
    throw new InternalError(`A picture leads to ${value}, which it may not.`);
  if (/url\(\s*(?!#)/i.test(value)) throw new InternalError("A picture takes something from outside of it.");
  return ` ${name}="${escapeAttribute(value)}"`;
}
