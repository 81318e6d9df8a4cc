import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../data/site.ts";
import { type BrokenLink, type BuiltPage, brokenLinks, builtPage } from "./broken-links.ts";
import type { OutputFolder } from "./output-folder.ts";
import { beginSearchIndex } from "./search-index.ts";
import { writeMachineFiles } from "./write-machine-files.ts";
import { writeMermaid } from "./write-mermaid.ts";

/** What the build left to finish. */
export interface UnfinishedSite {
  readonly site: Site;
  readonly output: OutputFolder;
  /** Addresses of all pages under the base path: `""` for the home page, `roles/editor/`. */
  readonly pathnames: readonly string[];
  /** What is known of pages that are as the last build left them, by pathname; empty when all are new. */
  readonly unchanged: ReadonlyMap<string, BuiltPage>;
}

/** What finishing found out. */
export interface FinishedSite {
  readonly broken: readonly BrokenLink[];
  readonly pages: ReadonlyMap<string, BuiltPage>;
}

/**
 * Puts beside the pages what a build of pages alone has not: files for machines, Mermaid where a page needs it, the
 * search index. Then follows every link.
 */
export async function finishSite({
  site,
  output,
  pathnames,
  unchanged,
}: UnfinishedSite): Promise<FinishedSite> {
  const { base, githubUrl, cacheFolder } = site.settings;
  const html = new Map<string, string>();
  for (const pathname of pathnames)
    if (!unchanged.has(pathname)) html.set(pathname, await output.readText(fileOfPage(pathname)));
  const finishSearchIndex = await beginSearchIndex({ site, output, pathnames, html, cacheFolder });
  await Promise.all([writeMachineFiles(site, output, html), writeMermaid(site, output)]);
  const pages = new Map(
    pathnames.map((pathname) => [
      pathname,
      unchanged.get(pathname) ?? builtPage(`${base}${pathname}`, html.get(pathname) ?? ""),
    ]),
  );
  await finishSearchIndex();
  const isFile = (path: string) =>
    existsSync(join(output.folder, decodeURIComponent(path.slice(base.length))));
  const elsewhere = githubUrl.startsWith("/") ? githubUrl : undefined;
  return { pages, broken: brokenLinks([...pages.values()], base, isFile, elsewhere) };
}

/** The file of a page; the page for addresses that lead nowhere has one of its own kind. */
export function fileOfPage(pathname: string): string {
  return /^404\/?$/.test(pathname) ? "404.html" : `${pathname}index.html`;
}
