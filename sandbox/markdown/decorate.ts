import type { Element, ElementContent, Root } from "hast";
import type { GitHubState } from "../state/types.ts";
import type { Urls } from "../urls.ts";
import { alertOf } from "./alert.ts";
import { linkReferences } from "./link-references.ts";

/** What mentions and `#n` may point at. */
export interface References {
  readonly state: GitHubState;
  readonly urls: Urls;
}

type Parent = Root | Element;

const verbatim = new Set(["a", "code", "pre"]);

/** Adds to a safe tree what GitHub adds: linked mentions, alerts, diagram frames, labels for checkboxes. */
export function decorate(tree: Parent, references: References): void {
  const children: ElementContent[] = [];
  for (const child of tree.children as ElementContent[]) {
    if (child.type === "text") children.push(...linkReferences(child.value, references));
    else if (child.type === "element") children.push(decorateElement(child, references));
  }
  tree.children = children;
}

function decorateElement(element: Element, references: References): ElementContent {
  if (element.tagName === "pre") return diagramOf(element) ?? element;
  if (element.tagName === "img") return imageLink(element);
  if (element.tagName === "a") element.properties = { ...element.properties, rel: ["nofollow", "noopener"] };
  if (element.tagName === "input")
    element.properties = {
      ...element.properties,
      ariaLabel: element.properties["checked"] ? "Done" : "Not done",
    };
  if (element.tagName === "table") {
    decorate(element, references);
    return box("div", "table-scroll", [element], { tabIndex: 0, role: "region", ariaLabel: "Table" });
  }
  const decorated = element.tagName === "blockquote" ? (alertOf(element) ?? element) : element;
  if (!verbatim.has(decorated.tagName)) decorate(decorated, references);
  return decorated;
}

function diagramOf(pre: Element): Element | undefined {
  const [code] = pre.children;
  if (code?.type !== "element") return undefined;
  const classes = code.properties["className"];
  if (!Array.isArray(classes) || !classes.includes("language-mermaid")) return undefined;
  const caption = "Mermaid diagram (GitHub draws it; here is its source)";
  return box("figure", "diagram", [
    { type: "element", tagName: "figcaption", properties: {}, children: [{ type: "text", value: caption }] },
    { ...pre, properties: { tabIndex: 0 } },
  ]);
}

// Nothing is loaded from elsewhere, so an image becomes a link to itself.
function imageLink(image: Element): Element {
  const { src, alt } = image.properties;
  const text = `Image: ${String(alt ?? "") || String(src ?? "")}`;
  return {
    type: "element",
    tagName: "a",
    properties: { href: String(src ?? ""), rel: ["nofollow", "noopener"] },
    children: [{ type: "text", value: text }],
  };
}

const box = (
  tagName: string,
  className: string,
  children: ElementContent[],
  properties: Element["properties"] = {},
): Element => ({ type: "element", tagName, properties: { className: [className], ...properties }, children });
