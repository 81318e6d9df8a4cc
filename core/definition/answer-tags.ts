import type { Nodes } from "mdast";
import { placeOf } from "./body-parts.ts";
import { answerComponent } from "./components.ts";

/** Told by its type, as the library's types would need many more packages to name it where it is declared. */
type JsxElement = Extract<Nodes, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

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
export function isAnswerTag(node: Nodes): node is JsxElement & { name: "Answer" } {
  return (
    (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") && node.name === answerComponent
  );
}

/** The question that an `<Answer …>` names; empty where it names none. */
export function fieldOfAnswer({ attributes }: JsxElement): string {
  const named = attributes.find(
    (attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === "field",
  );
  return typeof named?.value === "string" ? named.value.trim() : "";
}
