import type { HandbookFiles } from "../../../core/definition/index.ts";

/**
 * A plain Starlight project with a page for each process of a handbook: the same texts, its own search, and its
 * own side menu, which lists every page. What the handbook site is measured beside.
 */
export function plainStarlight(files: HandbookFiles): Map<string, string> {
  const pages = [...files]
    .filter(([path]) => path.endsWith(".mdx"))
    .map(([path, text]): [string, string] => [
      `src/content/docs/${path.replace(/\.mdx$/, ".md")}`,
      pageOf(text),
    ]);
  return new Map([
    ["astro.config.mjs", config],
    ["package.json", manifest],
    ["src/content.config.ts", collections],
    ["src/content/docs/index.md", "---\ntitle: Handbook\n---\n\nWelcome.\n"],
    ...pages,
  ]);
}

const config = `import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

const areas = ["content", "events", "campaigns", "sales", "planning", "web", "service", "data", "brand", "people"];
export default defineConfig({
  // Starlight brings a js-yaml of its own; left outside the bundle, its import would find ours, which is another.
  vite: { environments: { prerender: { resolve: { noExternal: ["js-yaml"] } } } },
  integrations: [
    starlight({ title: "Plain", sidebar: areas.map((directory) => ({ label: directory, items: [{ autogenerate: { directory } }] })) }),
  ],
});
`;

/** Astro bundles only packages that the project itself names. */
const manifest = `{
  "name": "plain-starlight",
  "private": true,
  "type": "module",
  "dependencies": { "@astrojs/starlight": "*", "astro": "*" }
}
`;

const collections = `import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
import { defineCollection } from "astro:content";

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** The same text with the front matter Starlight knows. */
function pageOf(text: string): string {
  const [, keys = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const title = /^title: (.*)$/m.exec(keys)?.[1] ?? "Page";
  const summary = /^summary: (.*)$/m.exec(keys)?.[1] ?? "";
  return `---\ntitle: ${title}\ndescription: ${summary}\n---\n${body}`;
}
