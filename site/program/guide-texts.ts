import { readdirSync, readFileSync } from "node:fs";
import matter from "gray-matter";
import type { GuideText } from "../search/guide-text.ts";

const folder = new URL("../content/guide/", import.meta.url);

/** The guide as plain text, page by page. */
export function readGuideTexts(): GuideText[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".mdx"));
  return names.sort().map((name) => {
    const { data, content } = matter(readFileSync(new URL(name, folder), "utf8"));
    const { title, description } = data as Pick<GuideText, "title" | "description">;
    return { id: `guide/${name.slice(0, -".mdx".length)}`, title, description, text: wordsOf(content) };
  });
}

/** The sentences of our own Markdown, without its marks. Samples are left out: nobody looks for what they say. */
function wordsOf(markdown: string): string {
  return markdown
    .replace(/^```.*?(?:^```$|(?![\s\S]))/gms, "")
    .replace(/^\|[-:| ]+\|$/gm, "")
    .replace(/^[ \t]*(?:[-*+]|\d+\.) /gm, "")
    .replace(/(?:- )?\[[ x]\]/g, "")
    .replace(/\[([^\][]*)\]\([^()]*\)/g, "$1")
    .replace(/[`*#>|\\]+|-{3}/g, " ");
}
