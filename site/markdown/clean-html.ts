import type { Element, ElementContent, Properties, Root, RootContent } from "hast";
import "mdast-util-to-hast";
import { toString as textOf } from "hast-util-to-string";
import { isPicture } from "./attached-path.ts";
import { headingId } from "./heading-id.ts";
import type { HtmlOptions } from "./instructions-to-html.ts";
import { linkTerms } from "./link-terms.ts";

/** The attributes each element may keep; an element that is not here is replaced by what it holds. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "title"],
  blockquote: [],
  br: [],
  code: ["className"],
  del: [],
  div: ["className", "role"],
  em: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  li: [],
  ol: ["start"],
  p: ["className"],
  pre: [],
  strong: [],
  sub: [],
  sup: [],
  table: [],
  tbody: [],
  td: ["align"],
  th: ["align"],
  thead: [],
  tr: [],
  ul: [],
};

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];

/**
 * A tree with only the elements and attributes of the list: headings moved down and given ids, links resolved,
 * boxes of checklists as plain list items that a style sheet draws, tables and code reachable by keyboard.
 */
export function cleanHtml(tree: Root, options: HtmlOptions): Root {
  const taken = new Set<string>();
  const children = tree.children.flatMap((node) => cleanNode(node, options, taken));
  return { type: "root", children: linkTerms(children, options.terms, options.names) };
}

function cleanNode(node: RootContent, options: HtmlOptions, taken: Set<string>): ElementContent[] {
  if (node.type === "text") return [node];
  if (node.type !== "element") return [];
  const diagram = mermaidOf(node);
  if (diagram !== undefined) return [diagramNode(diagram, options)];
  const children = node.children.flatMap((child) => cleanNode(child, options, taken));
  const tagName = shiftHeading(node.tagName, options.headingShift);
  if (tagName === "input") return [];
  if (tagName === "img") return pictureLink(node, options);
  const attributes = allowed[tagName];
  if (!attributes) return children;
  const properties = keep(node.properties, attributes);
  if (tagName === "a") return cleanLink(node, properties, children, options);
  if (tagName === "li" && isBox(node)) properties["className"] = ["check"];
  if (tagName === "ul" && node.children.some((child) => child.type === "element" && isBox(child)))
    properties["className"] = ["checklist"];
  if (/^h\d$/.test(tagName)) properties["id"] = headingId(options.idPrefix, textOf(node), taken);
  if (tagName === "pre") properties["tabIndex"] = 0;
  if (tagName === "th" || tagName === "td") properties["align"] ??= alignmentOf(node);
  const clean: Element = { type: "element", tagName, properties, children };
  return tagName === "table" ? [scrollBox(clean)] : [clean];
}

/** The text of a Mermaid fence. */
function mermaidOf(node: Element): string | undefined {
  const [code] = node.children;
  if (node.tagName !== "pre" || code?.type !== "element") return undefined;
  const classes = code.properties["className"];
  return Array.isArray(classes) && classes.includes("language-mermaid") ? textOf(code) : undefined;
}

/** A drawn diagram; or its text, for the page to draw when somebody opens it. */
function diagramNode(text: string, options: HtmlOptions): ElementContent {
  const svg = options.drawMermaid(text);
  const properties = { className: ["diagram"], tabIndex: 0, role: "group" };
  const child: ElementContent =
    svg === undefined
      ? {
          type: "element",
          tagName: "pre",
          properties: { dataMermaid: "" },
          children: [{ type: "text", value: text }],
        }
      : { type: "raw", value: svg };
  return { type: "element", tagName: "div", properties, children: [child] };
}

function keep(properties: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(
    names.flatMap((name) => (properties[name] === undefined ? [] : [[name, properties[name]]])),
  );
}

function cleanLink(
  node: Element,
  properties: Properties,
  children: ElementContent[],
  options: HtmlOptions,
): ElementContent[] {
  const href = options.resolveLink(String(node.properties["href"] ?? ""));
  if (href === undefined) return children;
  const rel = /^https?:/i.test(href) ? { rel: ["external", "noopener"] } : {};
  return [{ type: "element", tagName: "a", properties: { ...properties, href, ...rel }, children }];
}

/** The side a cell is aligned to, where it is told as a style, which the policy of our pages forbids. */
function alignmentOf({ properties }: Element): string | undefined {
  return /^text-align:\s*(left|right|center)/.exec(String(properties["style"] ?? ""))?.[1];
}

/** A picture of the handbook, which leads to itself; one from elsewhere as a link with its alternative text, as pages load nothing from there. */
function pictureLink({ properties }: Element, options: HtmlOptions): ElementContent[] {
  const address = String(properties["src"] ?? "");
  const src = options.resolveLink(address);
  if (src !== undefined && isPicture(src) && !/^[a-z]+:/i.test(src)) {
    const alt = String(properties["alt"] ?? "");
    const image: Element = {
      type: "element",
      tagName: "img",
      properties: { src, alt, loading: "lazy" },
      children: [],
    };
    // A link has to be called something.
    const label = alt === "" ? { ariaLabel: src.split("/").at(-1) ?? src } : {};
    return [
      {
        type: "element",
        tagName: "a",
        properties: { href: src, className: ["picture"], ...label },
        children: [image],
      },
    ];
  }
  const link: Element = { type: "element", tagName: "a", properties: { href: address }, children: [] };
  return cleanLink(link, {}, [{ type: "text", value: String(properties["alt"] || address) }], options);
}

function shiftHeading(tagName: string, levels: number): string {
  const level = headings.indexOf(tagName);
  return level < 0 ? tagName : (headings[Math.min(5, Math.max(1, level + levels))] ?? "h6");
}

function isBox(node: Element): boolean {
  const classes = node.properties["className"];
  return node.tagName === "li" && Array.isArray(classes) && classes.includes("task-list-item");
}

function scrollBox(table: Element): Element {
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["scroll"], tabIndex: 0, role: "group" },
    children: [table],
  };
}
