import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../data/site.ts";
import { pageMarkdown } from "../machine/page-markdown.ts";
import type { WrittenBesidePages } from "./beside-pages-worker.ts";
import { type BrokenLink, type BuiltPage, brokenLinks, builtPage } from "./broken-links.ts";
import type { FileState, OutputFolder } from "./output-folder.ts";
import { writeMermaid } from "./write-mermaid.ts";

/** What the build left to finish. */
export interface UnfinishedSite {
  readonly site: Site;
  readonly output: OutputFolder;
  /** Addresses of all pages under the base path: `""` for the home page, `roles/editor/`. */
  readonly pathnames: readonly string[];
  /** What is known of pages that are as the last build left them, by pathname; empty when all are new. */
  readonly unchanged: ReadonlyMap<string, BuiltPage>;
  /** All that stands beside the pages, on its way. */
  readonly besidePages: Promise<WrittenBesidePages>;
}

/** What finishing found out. */
export interface FinishedSite {
  readonly broken: readonly BrokenLink[];
  readonly pages: ReadonlyMap<string, BuiltPage>;
  /** The files that were written or found to be right, as they are now. */
  readonly written: ReadonlyMap<string, FileState>;
  /** The keys of what stands beside the pages. */
  readonly keys: WrittenBesidePages["keys"];
}

/**
 * Puts beside the pages what is made from their HTML, and Mermaid where a page needs it. Waits for all the rest
 * that stands there, then follows every link.
 */
export async function finishSite(unfinished: UnfinishedSite): Promise<FinishedSite> {
  const { site, output, pathnames, unchanged } = unfinished;
  const { base, githubUrl } = site.settings;
  const pages = new Map(unchanged);
  for (const pathname of pathnames) {
    if (unchanged.has(pathname)) continue;
    const html = await output.readText(fileOfPage(pathname));
    pages.set(pathname, builtPage(`${base}${pathname}`, html));
    if (!hasOwnMarkdown(pathname)) await output.write(`${pathname}index.md`, pageMarkdown(html));
  }
  await writeMermaid(site, output);
  const { written, searchLinks, keys } = await unfinished.besidePages;
  const search: BuiltPage = { path: base, ids: [], links: searchLinks.map((link) => `${base}${link}`) };
  const isFile = (path: string) =>
    existsSync(join(output.folder, decodeURIComponent(path.slice(base.length))));
  const elsewhere = githubUrl.startsWith("/") ? githubUrl : undefined;
  return {
    pages,
    keys,
    broken: brokenLinks([search, ...pages.values()], base, isFile, elsewhere),
    written: new Map([...output.written, ...written]),
  };
}

/** Whether a page needs no Markdown made from its HTML: that of processes and roles is made from the handbook. */
function hasOwnMarkdown(pathname: string): boolean {
  return /^(?:processes|roles)\/[^/]+\/$|^404/.test(pathname);
}

/** The file of a page; the page for addresses that lead nowhere has one of its own kind. */
export function fileOfPage(pathname: string): string {
  return /^404\/?$/.test(pathname) ? "404.html" : `${pathname}index.html`;
}
