import type { Nodes, RootContent } from "mdast";
import { fieldOfAnswer, isAnswerTag, type ProcessDefinition } from "../../core/definition/index.ts";
import { answerInWords } from "../../core/plan/index.ts";

/** Whose questions the answers of a text are; a page of the handbook's own has none. */
type Asked = Pick<ProcessDefinition, "ask" | "steps">;

/** A text with each `<Answer>` in it as it is read before any run: the question stands where its answer will. */
export function answersAsRead(nodes: readonly RootContent[], asked: Asked): RootContent[] {
  return nodes.map((node) => shownNode(node, asked) as RootContent);
}

function shownNode(node: Nodes, asked: Asked): Nodes {
  if (isAnswerTag(node)) {
    const words = answerInWords(fieldOfAnswer(node), asked, new Map()) ?? "";
    const shown: Nodes = { type: "emphasis", children: [{ type: "text", value: words }] };
    return node.type === "mdxJsxFlowElement" ? { type: "paragraph", children: [shown] } : shown;
  }
  if (!("children" in node)) return node;
  return { ...node, children: (node.children as Nodes[]).map((child) => shownNode(child, asked)) } as Nodes;
}
