import type { Nodes } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";
import "mdast-util-mdx";
import { placeOf } from "./body-parts.ts";
import { answerComponent } from "./components.ts";

/** An `<Answer field="…" />` of a body. */
export interface AnswerTag {
  /** Id of the question; empty where the tag names none. */
  readonly field: string;
  readonly line: number;
  readonly column: number;
}

/** The answers that nodes ask for, in the order written. */
export function answerTags(nodes: readonly Nodes[]): AnswerTag[] {
  return nodes.flatMap((node) =>
    isAnswerTag(node) ? [{ field: fieldOfAnswer(node), ...placeOf(node) }] : [],
  );
}

/** Whether a node is an `<Answer …>`. */
export function isAnswerTag(
  node: Nodes,
): node is (MdxJsxFlowElement | MdxJsxTextElement) & { name: "Answer" } {
  return (
    (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") && node.name === answerComponent
  );
}

/** The question that an `<Answer …>` names; empty where it names none. */
export function fieldOfAnswer({ attributes }: MdxJsxFlowElement | MdxJsxTextElement): string {
  const named = attributes.find(
    (attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === "field",
  );
  return typeof named?.value === "string" ? named.value.trim() : "";
}
