import { setImmediate as nextTurn } from "node:timers/promises";
import { pageKeys } from "../data/page-keys.ts";
import { notFoundPath, pagePaths } from "../data/page-paths.ts";
import type { Site } from "../data/site.ts";
import { pageMarkdown } from "../machine/page-markdown.ts";
import type { PageProgram } from "../program/page-program.ts";
import { type BuiltPage, builtPage } from "./broken-links.ts";
import type { SitePlace } from "./build-state.ts";
import { fileOfPage, hasOwnMarkdown } from "./file-of-page.ts";

/** The pages of a site, written. Paths are under the base path. */
export interface WrittenPages {
  /** Anchors and links of each page, by path. */
  readonly pages: ReadonlyMap<string, BuiltPage>;
  readonly keys: ReadonlyMap<string, string>;
  /** How many look otherwise than before. */
  readonly changed: number;
}

/** Writes every page with its Markdown; one that has the key it had before is not even rendered. */
export async function writePages(
  site: Site,
  program: PageProgram,
  { output, before }: SitePlace,
): Promise<WrittenPages> {
  const keys = pageKeys(site);
  const keysBefore = new Map(before.programId === program.id ? before.pageKeys : []);
  const pagesBefore = new Map(before.pages);
  const pages = new Map<string, BuiltPage>();
  let changed = 0;
  const paths = [
    ...pagePaths(
      site,
      program.guide.map(({ id }) => id),
    ),
    notFoundPath,
  ];
  for (const path of paths) {
    const files = [fileOfPage(path), ...(hasOwnMarkdown(path) ? [] : [`${path}index.md`])];
    const key = keys.get(path);
    const known = pagesBefore.get(path);
    const isSame = key !== undefined && keysBefore.get(path) === key && files.every(output.isAsLeft);
    if (known !== undefined && isSame) {
      for (const file of files) output.keep(file);
      pages.set(path, known);
      continue;
    }
    // Rendering waits for nothing, so the parts of the search index, made beside, would hear of one another's end after the last page only.
    await nextTurn();
    const html = await program.render(site, path);
    const [file = "", markdownFile] = files;
    const isNew = output.write(file, html);
    // What follows from a page that is as it was is as it was too.
    if (markdownFile !== undefined && !isNew && output.isAsLeft(markdownFile)) output.keep(markdownFile);
    else if (markdownFile !== undefined) output.write(markdownFile, pageMarkdown(html));
    pages.set(path, !isNew && known ? known : builtPage(`${site.settings.base}${path}`, html));
    if (isNew) changed += 1;
  }
  return { pages, keys, changed };
}
