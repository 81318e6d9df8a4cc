import type { Nodes } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";
import "mdast-util-mdx";
import { code, codeList } from "../message.ts";
import { placeOf } from "./body-parts.ts";
import { components } from "./components.ts";
import type { Finding } from "./finding.ts";
import { isSafeLink } from "./safe-link.ts";
import { unknownTag } from "./unknown-tag.ts";

const most = 50;

/**
 * What strict mode refuses among the nodes of a body: import, export, `{expression}`, unknown components and their attributes,
 * and links that lead anywhere but to the web, to mail or within the handbook. At most fifty findings.
 */
export function unsafeFindings(nodes: readonly Nodes[]): Finding[] {
  return nodes.flatMap(findingsAt).slice(0, most);
}

function findingsAt(node: Nodes): Finding[] {
  switch (node.type) {
    case "mdxjsEsm":
      return [
        unsafe(
          node,
          `Unexpected ${code(firstWord(node.value))} statement, expected text only; remove it: a process file holds no program, and nothing in it was run.`,
        ),
      ];
    case "mdxFlowExpression":
    case "mdxTextExpression":
      return [
        unsafe(
          node,
          `Unexpected expression ${code(`{${node.value}}`)}, expected text only; write \`\\{\` where a plain brace is meant.`,
        ),
      ];
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement":
      return elementFindings(node);
    case "link":
    case "image":
    case "definition":
      return isSafeLink(node.url)
        ? []
        : [
            unsafe(
              node,
              `Unexpected link ${code(node.url)}, expected an address that begins with \`https://\` or \`mailto:\`, or a path within the handbook; correct it.`,
              "unsafe-link",
            ),
          ];
    default:
      return [];
  }
}

function elementFindings(node: MdxJsxFlowElement | MdxJsxTextElement): Finding[] {
  const component = components.get(node.name ?? "");
  if (!component) return [unsafe(node, unknownTag(node.name ?? ""))];
  return node.attributes.flatMap((attribute) => {
    const isPlain = attribute.type === "mdxJsxAttribute" && typeof attribute.value === "string";
    if (isPlain && component.attributes.includes(attribute.name)) return [];
    const name = attribute.type === "mdxJsxAttribute" ? attribute.name : "{…}";
    return [
      unsafe(
        node,
        `Unexpected attribute ${code(name)} of ${code(`<${node.name}>`)}, expected ${codeList(component.attributes)} with a text in quotes; correct or remove it.`,
      ),
    ];
  });
}

function unsafe(node: Nodes, message: string, problemId = "unsafe-mdx"): Finding {
  return { problemId, ...placeOf(node), message };
}

function firstWord(value: string): string {
  return value.trim().split(/\s/, 1)[0] ?? "";
}
