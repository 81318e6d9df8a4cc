import { code, codeList, nearest } from "../message.ts";
import { components } from "./components.ts";

const instead: readonly (readonly [tags: RegExp, remedy: string])[] = [
  [/^(?:br|p|hr)$/, "leave an empty line where a new paragraph begins."],
  [/^(?:b|strong)$/, "write `**bold**` for bold words."],
  [/^(?:i|em)$/, "write `*italic*` for words in italics."],
  [/^a$/, "write `[the words](https://…)` for a link."],
  [/^img$/, "write `![what it shows](https://…)` for a picture."],
  [/^h[1-6]$/, "write `## ` before a heading."],
  [/^(?:ul|ol|li)$/, "write `- ` before each entry of a list."],
];

/** What a message says of a tag that is no component of the handbook: HTML, or a misspelt component. */
export function unknownTag(name: string): string {
  const names = [...components.keys()];
  const near = nearest(name, names);
  if (near === undefined && /^[a-z][a-z0-9]*$/.test(name)) {
    const remedy = instead.find(([tags]) => tags.test(name))?.[1];
    return `HTML such as ${code(`<${name}>`)} is not used here, expected Markdown; ${remedy ?? "take it out, or write `\\<` where a plain sign is meant."}`;
  }
  const remedy = near
    ? `did you mean ${code(near)}?`
    : "write Markdown instead, or `\\<` where a plain sign is meant.";
  return `Unexpected component ${code(`<${name}>`)}, expected one of ${codeList(names)}; ${remedy}`;
}
