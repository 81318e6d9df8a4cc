import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Site } from "../data/site.ts";
import { machineFiles } from "../machine/machine-files.ts";
import { pageMarkdown } from "../machine/page-markdown.ts";
import { sitemap } from "../machine/sitemap.ts";
import { atticOf, writeKeptSite } from "../rebuild/kept-build.ts";
import { type BrokenLink, type BuiltPage, brokenLinks, builtPage, decoded } from "./broken-links.ts";
import { fileOfPage, hasOwnMarkdown } from "./file-of-page.ts";
import type { OutputFolder } from "./output-folder.ts";
import { type SearchIndexing, takeOverSearchIndex } from "./search-index.ts";
import { writeMermaid } from "./write-mermaid.ts";

/** Where a site is written, and what stands there from the last build; a new site has no keys and pages before. */
export interface SitePlace {
  readonly output: OutputFolder;
  /** Where a build leaves what the next one can use. */
  readonly keptIn: string;
  /** The keys of files for machines, by the path of the first of the files each stands for. */
  readonly keysBefore: ReadonlyMap<string, string>;
  readonly pagesBefore: ReadonlyMap<string, BuiltPage>;
}

/** A site that is being written. Addresses are under the base path. */
export interface SiteWriting {
  addPage(pathname: string, html: string): void;
  /**
   * Says which pages the site has, and waits until all is written and every link is followed. Pages that were not
   * added stay as they were, and those that are not named go.
   */
  finish(pathnames: readonly string[]): Promise<WrittenSite>;
}

/** A site that was written. */
export interface WrittenSite {
  /** Links that lead nowhere. With any, nothing is kept for the next build. */
  readonly broken: readonly BrokenLink[];
  /** How many pages look otherwise than before. */
  readonly changed: number;
}

/** Writes a site: at once what needs no page, and pages as they come. */
export function writeSite(site: Site, place: SitePlace, indexing: SearchIndexing): SiteWriting {
  const { output, keptIn, pagesBefore } = place;
  const { base } = site.settings;
  const fresh = new Map<string, BuiltPage>();
  const besidePages = writeBesidePages(site, place);
  // Whoever finishes hears of a failure; until then it must not end the thread.
  besidePages.catch(() => {});
  return {
    addPage: (pathname, html) => {
      // A page that is as it was has the links and the Markdown it had.
      if (!output.write(fileOfPage(pathname), html) && pagesBefore.has(pathname)) return;
      if (!hasOwnMarkdown(pathname)) output.write(`${pathname}index.md`, pageMarkdown(html));
      fresh.set(pathname, builtPage(`${base}${pathname}`, html));
    },
    finish: async (pathnames) => {
      const there = new Set(pathnames);
      for (const pathname of pagesBefore.keys()) if (!there.has(pathname)) output.remove(pathname);
      for (const { path, text } of sitemap(pathnames, site.settings)) output.write(path, text);
      const keys = await besidePages;
      const pages = new Map([...pagesBefore, ...fresh].filter(([pathname]) => there.has(pathname)));
      const broken = brokenIn(site, [...pages.values()], indexing.links, output);
      // Others work on the index still, so there is time for what the last build has left to remove.
      await rm(atticOf(keptIn), { recursive: true, force: true });
      const index = await indexing.folder;
      if (index !== undefined) takeOverSearchIndex(index, output, atticOf(keptIn));
      if (broken.length === 0)
        writeKeptSite(keptIn, { files: [...output.states()], keys: [...keys], pages: [...pages] });
      return { broken, changed: fresh.size };
    },
  };
}

/**
 * Writes what follows from the handbook alone, whatever the pages look like; files for machines with the key they had
 * before are not made again. Gives their keys. Pages that come meanwhile are not kept waiting.
 */
async function writeBesidePages(
  site: Site,
  { output, keysBefore }: SitePlace,
): Promise<ReadonlyMap<string, string>> {
  writeMermaid(site, output);
  const keys = new Map<string, string>();
  let made = 0;
  for (const { key, paths, files } of machineFiles(site)) {
    const [name = ""] = paths;
    if (key !== undefined) keys.set(name, key);
    if (key !== undefined && keysBefore.get(name) === key && paths.every(output.has)) continue;
    for (const { path, text } of files()) output.write(path, text);
    made += 1;
    if (made % 10 === 0) await setImmediate();
  }
  return keys;
}

/** Every link that leads nowhere, those of search results too. */
function brokenIn(
  { settings: { base, githubUrl } }: Site,
  pages: readonly BuiltPage[],
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
