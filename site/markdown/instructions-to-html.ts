import type { Element, ElementContent, Root as HtmlRoot, Properties } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Root, RootContent } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";
import remarkRehype, { type Options } from "remark-rehype";
import { unified } from "unified";
import type { ProcessDefinition } from "../../core/definition/index.ts";
import { cleanHtml } from "./clean-html.ts";

/** How a text becomes part of a page. */
export interface HtmlOptions {
  /** How many levels headings are moved down, so that they fit below the page's own. */
  readonly headingShift: number;
  /** What the ids of headings begin with, so that they are unique on the page. */
  readonly idPrefix: string;
  /** The address a link of the handbook leads to on this site; nothing when it leads nowhere, then only its words stay. */
  readonly resolveLink: (url: string) => string | undefined;
  /** The picture of a Mermaid text, as SVG; nothing when it cannot be drawn while the page is built. */
  readonly drawMermaid: (text: string) => string | undefined;
  /** Whose answers the text may name; nobody's for a text that no run has. */
  readonly asked: Pick<ProcessDefinition, "ask" | "steps">;
  /** Words that lead to the glossary where they first stand; each is linked once, so it is taken out when it was. */
  readonly terms: Map<string, string>;
  /** Titles of roles and longer terms, in lower case: a term inside one of them means something else there. */
  readonly names: readonly string[];
}

const asideKinds: Readonly<Record<string, string>> = { Note: "note", Tip: "tip", Caution: "caution" };

/** Text that was parsed, and never run, as clean HTML: what the allow-list does not know is left out. */
export function instructionsToHtml(nodes: readonly RootContent[], options: HtmlOptions): string {
  if (nodes.length === 0) return "";
  const tree: Root = { type: "root", children: [...nodes] };
  return writeHtml(toTree.runSync(tree) as HtmlRoot, options);
}

/** A tree as clean HTML. Raw nodes come from our own drawing alone; what people write can make none. */
export function writeHtml(tree: HtmlRoot, options: HtmlOptions): string {
  return toHtml(cleanHtml(tree, options), { allowDangerousHtml: true });
}

const handlers: Options["handlers"] = {
  mdxJsxFlowElement: (state, node: MdxJsxFlowElement) =>
    asideOf(node, state.wrap(state.all(node), true) as ElementContent[]),
  mdxJsxTextElement: (state, node: MdxJsxTextElement) => asideOf(node, state.all(node) as ElementContent[]),
};

const toTree = unified().use(remarkRehype, { handlers, allowDangerousHtml: false }).freeze();

function asideOf(node: MdxJsxFlowElement | MdxJsxTextElement, children: ElementContent[]): Element {
  const kind = asideKinds[node.name ?? ""] ?? "note";
  const title = node.attributes.flatMap((attribute) =>
    attribute.type === "mdxJsxAttribute" && attribute.name === "title" && typeof attribute.value === "string"
      ? [attribute.value]
      : [],
  )[0];
  const name = title ?? node.name ?? "Note";
  return element("div", { className: ["aside", `aside-${kind}`], role: "note" }, [
    element("p", { className: ["aside-title"] }, [{ type: "text", value: name }]),
    ...children,
  ]);
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}
