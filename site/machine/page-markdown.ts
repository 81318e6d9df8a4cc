import type { Element, ElementContent, Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { escapeMarkdown } from "../../core/text/index.ts";

/**
 * The text of a built page as Markdown: headings, paragraphs, lists, tables and links of its main part.
 * For pages that are not made from a process; those have a text of their own.
 */
export function pageMarkdown(html: string): string {
  const main = find(fromHtml(html), "main");
  if (main === undefined) return "";
  return `${blocks(main).join("\n\n")}\n`;
}

function blocks(node: Element): string[] {
  return node.children.flatMap((child) => (child.type === "element" ? block(child) : []));
}

function block(node: Element): string[] {
  const level = /^h([1-6])$/.exec(node.tagName)?.[1];
  if (level !== undefined) return [`${"#".repeat(Number(level))} ${inline(node.children)}`];
  switch (node.tagName) {
    case "p":
    case "dt":
      return [inline(node.children)].filter((text) => text !== "");
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
      return node.children.some(
        (child) => child.type === "element" && /^(?:ul|ol|p|div)$/.test(child.tagName),
      )
        ? blocks(node)
        : [inline(node.children)];
    default:
      return blocks(node);
  }
}

function items(list: Element): string[] {
  return list.children
    .filter((child): child is Element => child.type === "element")
    .map((item) => `- ${inline(item.children)}`);
}

function rows(table: Element): string[] {
  const lines = all(table, "tr").map((row) => {
    const cells = row.children.filter((child): child is Element => child.type === "element");
    return `| ${cells.map((cell) => inline(cell.children).replaceAll("|", "\\|")).join(" | ")} |`;
  });
  const columns = (lines[0]?.split(" | ").length ?? 1) || 1;
  return [lines[0] ?? "", `|${" --- |".repeat(columns)}`, ...lines.slice(1)];
}

function inline(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node): string => {
      if (node.type === "text") return escapeInline(node.value);
      if (node.type !== "element" || /^(?:svg|button|script)$/.test(node.tagName)) return "";
      const words = inline(node.children);
      const href = node.properties["href"];
      if (node.tagName === "a" && typeof href === "string" && words !== "")
        return `[${words.trim()}](${href})`;
      if (node.tagName === "code") return `\`${textOf(node)}\``;
      return words;
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** Escaped text with a blank where it had one at its ends. */
function escapeInline(text: string): string {
  const blank = (pattern: RegExp) => (pattern.test(text) ? " " : "");
  return `${blank(/^\s/)}${escapeMarkdown(text)}${blank(/\s$/)}`;
}

function find(node: Nodes | Root, name: string): Element | undefined {
  return all(node, name)[0];
}

function all(node: Nodes | Root, name: string): Element[] {
  const own = node.type === "element" && node.tagName === name ? [node] : [];
  return "children" in node ? [...own, ...node.children.flatMap((child) => all(child as Nodes, name))] : own;
}
