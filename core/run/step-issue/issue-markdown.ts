import type { Blockquote, Nodes, Paragraph, Root, RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { components, fieldOfAnswer, isAnswerTag } from "../../definition/index.ts";
import { type Markdown, ours } from "../../text/index.ts";
import type { AnswerWriter } from "./answers-for.ts";

/** What stands in an issue for what the handbook's text leaves open. */
export interface InIssue {
  /** Where a link leads. */
  readonly addressOf: (url: string) => string;
  /** What was answered. */
  readonly answer: AnswerWriter;
}

/**
 * Instructions of the handbook as Markdown for an issue: components become alerts or answers, links lead where `addressOf` says,
 * and nothing in the text tells a person or refers to an issue by accident.
 */
export function issueMarkdown(tree: Root, inIssue: InIssue): Markdown {
  const shown = { ...tree, children: tree.children.flatMap((node) => shownNode(node, inIssue)) } as Root;
  return ours(toMarkdown(shown, { bullet: "-", extensions: [gfmToMarkdown()] }).trim());
}

function shownNode(node: Nodes, inIssue: InIssue): Nodes[] {
  const { addressOf } = inIssue;
  if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
    if (!isAnswerTag(node)) return [alertOf(node, inIssue)];
    // An answer is Markdown already, with all escaped that people typed.
    const isParagraph = node.type === "mdxJsxFlowElement";
    return [{ type: "html", value: inIssue.answer(fieldOfAnswer(node), isParagraph).text }];
  }
  if (node.type === "text") return [{ ...node, value: silence(node.value) }];
  if (node.type === "link" || node.type === "image" || node.type === "definition") {
    const url = addressOf(node.url);
    if (!("children" in node)) return [{ ...node, url }];
    return [{ ...node, url, children: node.children.flatMap((child) => shownNode(child, inIssue)) } as Nodes];
  }
  if (!("children" in node)) return node.type === "html" ? [] : [node];
  return [
    {
      ...node,
      children: (node.children as Nodes[]).flatMap((child) => shownNode(child, inIssue)),
    } as Nodes,
  ];
}

/**
 * GitHub shows every line break of an issue, so those that only wrap the handbook's lines become blanks. It tells people
 * and links issues after it has read the Markdown; a zero-width space stops it.
 */
function silence(value: string): string {
  const lines = value.split("\n");
  const last = lines.length - 1;
  return lines
    .map((line, at) => {
      const begun = at === 0 ? line : line.trimStart();
      return at === last ? begun : begun.trimEnd();
    })
    .filter((line, at) => line !== "" || at === 0 || at === last)
    .join(" ")
    .replace(/@(?=[a-z0-9])/gi, "@\u200b")
    .replace(/#(?=\d)/g, "#\u200b")
    .replace(/(GH)-(?=\d)/gi, "$1-\u200b");
}

function alertOf(
  node: Extract<Nodes, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>,
  inIssue: InIssue,
): Blockquote {
  const kind = components.get(node.name ?? "")?.alert ?? "NOTE";
  const title = node.attributes.find(
    (attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === "title",
  );
  const children = (node.children as Nodes[]).flatMap((child) => shownNode(child, inIssue)) as RootContent[];
  const heading: Paragraph[] =
    typeof title?.value === "string"
      ? [
          {
            type: "paragraph",
            children: [{ type: "strong", children: [{ type: "text", value: silence(title.value) }] }],
          },
        ]
      : [];
  const content =
    node.type === "mdxJsxTextElement" ? [{ type: "paragraph", children } as Paragraph] : children;
  const [first, ...others] = [...heading, ...content] as RootContent[];
  const marker = { type: "html", value: `[!${kind}]\n` } as const;
  const opening: RootContent =
    first?.type === "paragraph"
      ? { ...first, children: [marker, ...first.children] }
      : { type: "paragraph", children: [marker] };
  const rest = first === undefined || first.type === "paragraph" ? others : [first, ...others];
  return { type: "blockquote", children: [opening, ...rest] as Blockquote["children"] };
}
