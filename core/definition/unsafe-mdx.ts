import type { Nodes } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";
import "mdast-util-mdx";
import { code, codeList } from "../message.ts";
import { isAnswerTag } from "./answer-tags.ts";
import { placeOf } from "./body-parts.ts";
import { components } from "./components.ts";
import type { Finding } from "./finding.ts";
import { idPattern } from "./id-pattern.ts";
import { isSafeLink } from "./safe-link.ts";
import { unknownTag } from "./unknown-tag.ts";

const most = 50;

/**
 * What strict mode refuses among the nodes of a body, but for places of answers in headings: import, export, `{expression}`, unknown components and their attributes,
 * and links that lead anywhere but to the web, to mail or within the handbook. At most fifty findings.
 */
export function unsafeFindings(nodes: readonly Nodes[]): Finding[] {
  const inHeadings = new Set<Nodes>(
    nodes.flatMap((node) =>
      node.type === "heading" && node.depth === 2 ? node.children.filter(isPlace) : [],
    ),
  );
  return nodes.flatMap((node) => (inHeadings.has(node) ? [] : findingsAt(node))).slice(0, most);
}

/** Whether a node is the place of an answer, as the title of a step has it: `{version}`. */
function isPlace(node: Nodes): boolean {
  return node.type === "mdxTextExpression" && idPattern.test(node.value.trim());
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
          `Unexpected expression ${code(`{${node.value}}`)}, expected text only; ${insteadOf(node.value.trim())}`,
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

function insteadOf(value: string): string {
  if (value === "item")
    return "write “them” or “it”: the title of each issue names the item, as `{item}` in the title of the step has it.";
  return idPattern.test(value)
    ? `write ${code(`<Answer field="${value}" />`)} for the answer to that question of the start form, or \`\\{\` where a plain brace is meant.`
    : "write `\\{` where a plain brace is meant.";
}

function elementFindings(node: MdxJsxFlowElement | MdxJsxTextElement): Finding[] {
  const component = components.get(node.name ?? "");
  if (!component) return [unsafe(node, unknownTag(node.name ?? ""))];
  const filled = isAnswerTag(node) && node.children.length > 0 ? [filledAnswer(node)] : [];
  const wrong = node.attributes.flatMap((attribute) => {
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
  return [...filled, ...wrong];
}

function filledAnswer(node: Nodes): Finding {
  return unsafe(
    node,
    'Words stand between `<Answer>` and `</Answer>`, expected a tag that closes itself, since the answer is filled in; write `<Answer field="…" />`.',
  );
}

function unsafe(node: Nodes, message: string, problemId = "unsafe-mdx"): Finding {
  return { problemId, ...placeOf(node), message };
}

function firstWord(value: string): string {
  return value.trim().split(/\s/, 1)[0] ?? "";
}
