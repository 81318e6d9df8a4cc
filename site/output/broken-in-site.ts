import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../data/site.ts";
import { type BrokenLink, type BuiltPage, brokenLinks, decoded } from "./broken-links.ts";
import type { OutputFolder } from "./output-folder.ts";

/** Every link of a written site that leads nowhere, those of search results too. */
export function brokenInSite(
  { settings: { base, githubUrl } }: Site,
  pages: Iterable<BuiltPage>,
  searchLinks: readonly string[],
  output: OutputFolder,
): BrokenLink[] {
  const search: BuiltPage = { path: base, ids: [], links: searchLinks.map((link) => `${base}${link}`) };
  const isFile = (path: string) => {
    const file = decoded(path.slice(base.length));
    return file !== undefined && (output.has(file) || existsSync(join(output.folder, file)));
  };
  const elsewhere = githubUrl.startsWith("/") ? githubUrl : undefined;
  return brokenLinks([search, ...pages], base, isFile, elsewhere);
}
