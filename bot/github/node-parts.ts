/** GitHub looks up at most so many nodes by their ids in one request. */
const mostNodes = 100;

/** Ids of nodes in parts that GitHub looks up in one request each, in their order; none without any. */
export function nodeParts(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / mostNodes);
  return Array.from({ length: count }, (_, part) => ids.slice(part * mostNodes, (part + 1) * mostNodes));
}
