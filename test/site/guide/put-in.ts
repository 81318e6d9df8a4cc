/**
 * A text of blocks with some of them put in: a block replaces the one that begins with the same words, or comes last.
 * A block begins on a line that `opening` matches, and its first group names it; lines before the first stay.
 */
export function putIn(text: string, blocks: string, opening: RegExp): string {
  const [head, existing] = cut(text, opening);
  const [, added] = cut(blocks, opening);
  const all = new Map([...existing, ...added]);
  return [...(head === "" ? [] : [head]), ...all.values()].join("\n");
}

/** Keys of a YAML map, at the beginning of a line. */
export const keyOpening = /^([\w-]+):/;

/** Steps of a process, as the guide indents them. */
export const stepOpening = /^ {2}- id: ([\w-]+)$/;

function cut(text: string, opening: RegExp): [head: string, blocks: Map<string, string>] {
  const head: string[] = [];
  const blocks = new Map<string, string>();
  let name: string | undefined;
  for (const line of text.split("\n")) {
    name = opening.exec(line)?.[1] ?? name;
    if (name === undefined) head.push(line);
    else blocks.set(name, blocks.has(name) ? `${blocks.get(name)}\n${line}` : line);
  }
  const trimmed = [...blocks].map(([id, block]): [string, string] => [id, block.trimEnd()]);
  return [head.join("\n"), new Map(trimmed)];
}
