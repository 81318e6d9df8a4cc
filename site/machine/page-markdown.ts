import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { escapeMarkdown } from "../../core/text/index.ts";
import { singleBlanks } from "../markdown/single-blanks.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * The text of a built page as Markdown: headings, paragraphs, lists, tables and links of its main part.
 * For pages that are not made from a process; those have a text of their own.
 */
export function pageMarkdown(html: string): string {
  // Without scripts, as search engines see it: what stands in noscript is text like any other.
  const [main] = elementsOf(parseFragment(mainPart(html), { scriptingEnabled: false }));
  if (main === undefined) return "";
  return `${blocks(main).join("\n\n")}\n`;
}

const tag = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/iy;

/** The main part of a page as it stands there; empty where it has none. What is around it, the same on all pages, need not be read. */
function mainPart(html: string): string {
  for (let at = html.indexOf("<"); at >= 0; ) {
    tag.lastIndex = at;
    const isTag = tag.test(html);
    if (isTag && /^<main[\s>]/i.test(html.slice(at, at + 6)))
      return html.slice(at, html.lastIndexOf("</main>"));
    at = html.indexOf(afterwards(html, at), isTag ? tag.lastIndex : at + 1);
  }
  return "";
}

/** What comes after a comment, or after what only looks like tags in a script or a style; else the next tag. */
function afterwards(html: string, at: number): string {
  if (html.startsWith("<!--", at)) return "-->";
  if (html.startsWith("<script", at)) return "</script";
  return html.startsWith("<style", at) ? "</style" : "<";
}

function blocks(node: Element): string[] {
  return elementsOf(node).flatMap((child) => block(child));
}

function block(node: Element): string[] {
  const level = /^h([1-6])$/.exec(node.tagName)?.[1];
  if (level !== undefined) return [`${"#".repeat(Number(level))} ${inline(node)}`];
  switch (node.tagName) {
    case "p":
    case "dt":
      return [inline(node)].filter((text) => text !== "");
    case "ul":
    case "ol":
      return [items(node).join("\n")];
    case "pre":
      return [`\`\`\`\n${textOf(node).trimEnd()}\n\`\`\``];
    case "table":
      return [rows(node).join("\n")];
    case "form":
    case "button":
    case "svg":
    case "script":
    case "footer":
    case "nav":
      return [];
    case "dd":
      return elementsOf(node).some(({ tagName }) => /^(?:ul|ol|p|div)$/.test(tagName))
        ? blocks(node)
        : [inline(node)];
    default:
      return blocks(node);
  }
}

function items(list: Element): string[] {
  return elementsOf(list).map((item) => `- ${inline(item)}`);
}

function rows(table: Element): string[] {
  const lines = all(table, "tr").map((row) => {
    const cells = elementsOf(row).map((cell) => inline(cell).replaceAll("|", "\\|"));
    return `| ${cells.join(" | ")} |`;
  });
  const columns = (lines[0]?.split(" | ").length ?? 1) || 1;
  return [lines[0] ?? "", `|${" --- |".repeat(columns)}`, ...lines.slice(1)];
}

function inline({ childNodes }: Element): string {
  let line = "";
  for (const node of childNodes) line += wordsOf(node);
  return singleBlanks(line).trim();
}

const silent = new Set(["svg", "button", "script"]);
const apart = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "p", "dd", "div", "li"]);

function wordsOf(node: Node): string {
  if ("value" in node) return escapeInline(node.value);
  if (!("tagName" in node) || silent.has(node.tagName)) return "";
  const words = inline(node);
  const href = node.attrs.find(({ name }) => name === "href")?.value;
  if (node.tagName === "a" && href !== undefined && words !== "") return `[${words.trim()}](${href})`;
  if (node.tagName === "code") return `\`${textOf(node)}\``;
  // In a line of a list, what stood in blocks of its own is kept apart.
  if (node.tagName === "dt") return ` ${words}: `;
  return apart.has(node.tagName) ? ` ${words} ` : words;
}

/** Escaped text with a blank where it had one at its ends. */
function escapeInline(text: string): string {
  const words = text.trim();
  if (words === text) return escapeMarkdown(text);
  // Between elements there is nothing else, mostly.
  if (words === "") return "  ";
  return `${blankAt(text.charAt(0))}${escapeMarkdown(words)}${blankAt(text.charAt(text.length - 1))}`;
}

function blankAt(character: string): string {
  return character.trim() === "" ? " " : "";
}

function textOf({ childNodes }: Element): string {
  return childNodes
    .map((node) => ("value" in node ? node.value : "tagName" in node ? textOf(node) : ""))
    .join("");
}

function elementsOf({ childNodes }: { readonly childNodes: readonly Node[] }): Element[] {
  return childNodes.filter((node): node is Element => "tagName" in node);
}

/** The elements of a name at any depth, in the order of the text. */
function all(node: { readonly childNodes: readonly Node[] }, name: string, found: Element[] = []): Element[] {
  for (const child of node.childNodes) {
    if (!("tagName" in child)) continue;
    if (child.tagName === name) found.push(child);
    all(child, name, found);
  }
  return found;
}
