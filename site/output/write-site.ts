import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { pageKeys } from "../data/page-keys.ts";
import type { Site } from "../data/site.ts";
import { machineFiles } from "../machine/machine-files.ts";
import { pageMarkdown } from "../machine/page-markdown.ts";
import { sitemap } from "../machine/sitemap.ts";
import { writeKeptSite } from "../rebuild/kept-build.ts";
import { type BuiltPage, brokenLinks, builtPage } from "./broken-links.ts";
import { fileOfPage, hasOwnMarkdown } from "./file-of-page.ts";
import type { OutputFolder } from "./output-folder.ts";
import { beginSearchIndex, type SearchIndex, takeOverSearchIndex } from "./search-index.ts";
import type { SitePlace, WrittenSite } from "./site-writer.ts";
import { writeMermaid } from "./write-mermaid.ts";

/** Where a site is written, and what stands there from the last build. */
export interface OpenSite extends Omit<SitePlace, "folder"> {
  readonly output: OutputFolder;
  /** The keys of files for machines, by the path of the first of the files each stands for. */
  readonly keysBefore: ReadonlyMap<string, string>;
  readonly pagesBefore: ReadonlyMap<string, BuiltPage>;
}

/** A site that is being written. */
export interface SiteWriting {
  addPage(pathname: string, html: string): void;
  /** Writes what is missing. The search index is given unless the site is new. */
  finish(pathnames: readonly string[], searchIndex: SearchIndex | undefined): Promise<WrittenSite>;
}

/** Writes a site: at once what needs no page, and pages as they come. */
export function writeSite(
  site: Site,
  { output, keysBefore, pagesBefore, keptIn, isNew }: OpenSite,
): SiteWriting {
  const { base } = site.settings;
  const fresh = new Map<string, BuiltPage>();
  let changed = 0;
  const besidePages = writeBesidePages(site, output, keysBefore, isNew);
  // Whoever finishes hears of a failure; until then it must not end the thread.
  besidePages.catch(() => {});
  return {
    addPage: (pathname, html) => {
      // A page that is as it was has the links and the Markdown it had.
      if (!output.write(fileOfPage(pathname), html) && pagesBefore.has(pathname)) return;
      changed += 1;
      if (!hasOwnMarkdown(pathname)) output.write(`${pathname}index.md`, pageMarkdown(html));
      fresh.set(pathname, builtPage(`${base}${pathname}`, html));
    },
    finish: async (pathnames, given) => {
      const there = new Set(pathnames);
      for (const pathname of pagesBefore.keys()) if (!there.has(pathname)) output.remove(pathname);
      for (const { path, text } of sitemap(pathnames, site.settings)) output.write(path, text);
      const { keys, pageKeys, indexing } = await besidePages;
      const index = given ?? (await indexing?.made) ?? { links: [] };
      takeOverSearchIndex(index, output);
      const pages = new Map([...pagesBefore, ...fresh].filter(([pathname]) => there.has(pathname)));
      const broken = brokenIn(site, pages, index, output);
      if (broken.length === 0)
        writeKeptSite(keptIn, { files: [...output.states()], keys: [...keys], pages: [...pages] });
      return { broken, changed, pageKeys };
    },
  };
}

/**
 * Writes what follows from the handbook alone, whatever the pages look like; files for machines with the key they had
 * before are not made again. Pages that come meanwhile are not kept waiting.
 */
async function writeBesidePages(
  site: Site,
  output: OutputFolder,
  keysBefore: ReadonlyMap<string, string>,
  isNew: boolean,
) {
  // First, since others work on it while we go on.
  const indexing = isNew ? await beginSearchIndex(site, output.folder, false) : undefined;
  writeMermaid(site, output);
  const keys = new Map<string, string>();
  let made = 0;
  for (const { key, paths, files } of machineFiles(site)) {
    const [name = ""] = paths;
    if (key !== undefined) keys.set(name, key);
    if (key !== undefined && keysBefore.get(name) === key && output.isKnown(paths)) continue;
    for (const { path, text } of files()) output.write(path, text);
    made += 1;
    if (made % 10 === 0) await setImmediate();
  }
  return { keys, pageKeys: isNew ? pageKeys(site) : undefined, indexing };
}

/** Every link that leads nowhere, those of search results too. */
function brokenIn(
  { settings: { base, githubUrl } }: Site,
  pages: ReadonlyMap<string, BuiltPage>,
  { links }: SearchIndex,
  output: OutputFolder,
): WrittenSite["broken"] {
  const search: BuiltPage = { path: base, ids: [], links: links.map((link) => `${base}${link}`) };
  const isFile = (path: string) => {
    const file = decodeURIComponent(path.slice(base.length));
    return output.isKnown([file]) || existsSync(join(output.folder, file));
  };
  const elsewhere = githubUrl.startsWith("/") ? githubUrl : undefined;
  return brokenLinks([search, ...pages.values()], base, isFile, elsewhere);
}
