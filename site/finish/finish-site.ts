import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../data/site.ts";
import type { BesidePagesWorker } from "./begin-beside-pages.ts";
import type { WrittenBesidePages } from "./beside-pages-worker.ts";
import { type BrokenLink, type BuiltPage, brokenLinks, builtPage } from "./broken-links.ts";
import { fileOfPage } from "./file-of-page.ts";
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
  /** Who writes what stands beside the pages. */
  readonly besidePages: BesidePagesWorker;
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

/** Puts Mermaid beside the pages where one needs it, waits for all the rest that stands there, and follows every link. */
export async function finishSite(unfinished: UnfinishedSite): Promise<FinishedSite> {
  const { site, output, pathnames, unchanged } = unfinished;
  const { base, githubUrl } = site.settings;
  const pages = new Map(unchanged);
  const fresh = pathnames.filter((pathname) => !unchanged.has(pathname));
  const finishing = unfinished.besidePages.finish(fresh);
  for (const pathname of fresh) {
    const html = await output.readText(fileOfPage(pathname));
    pages.set(pathname, builtPage(`${base}${pathname}`, html));
  }
  await writeMermaid(site, output);
  const { written, searchLinks, keys } = await finishing;
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
