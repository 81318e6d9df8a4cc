import type { Nodes } from "mdast";

/** A link or image of a body. Footnotes and bare addresses are links too. */
export interface BodyLink {
  readonly url: string;
  readonly isImage: boolean;
  readonly line: number;
  readonly column: number;
}

/** A fenced block of a body that names its language. */
export interface BodyFence {
  /** The first word after the fence, in lower case: `mermaid`. */
  readonly language: string;
  readonly text: string;
  /** Where the fence begins; its text begins on the next line. */
  readonly line: number;
  readonly column: number;
}

/** The links and images among nodes, and the addresses that links elsewhere in the text refer to. */
export function linksOf(nodes: readonly Nodes[]): BodyLink[] {
  return nodes.flatMap((node) => {
    if (node.type !== "link" && node.type !== "image" && node.type !== "definition") return [];
    return [{ url: node.url, isImage: node.type === "image", ...placeOf(node) }];
  });
}

/** The fenced blocks with a language among nodes. */
export function fencesOf(nodes: readonly Nodes[]): BodyFence[] {
  return nodes.flatMap((node) => {
    if (node.type !== "code" || !node.lang) return [];
    return [{ language: node.lang.toLowerCase(), text: node.value, ...placeOf(node) }];
  });
}

/** Where a node stands in the file. */
export function placeOf(node: Nodes): { line: number; column: number } {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
