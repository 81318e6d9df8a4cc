import { parentPort } from "node:worker_threads";
import { makeSite } from "../data/make-site.ts";
import type { SiteData } from "../data/site.ts";
import { readGuideTexts } from "../search/guide-text.ts";
import { searchDocuments } from "../search/search-documents.ts";
import { writeMachineFiles, writePageMarkdown } from "./beside-pages.ts";
import { type FileState, openOutputFolder } from "./output-folder.ts";
import { beginSearchIndex } from "./search-index.ts";

/** What the worker is asked: the site, its folder, and how the last build left the files there. */
export interface BesidePagesOrder {
  readonly data: SiteData;
  readonly folder: string;
  readonly known: ReadonlyMap<string, FileState>;
  /** The keys of what stood beside the pages. */
  readonly keys: ReadonlyMap<string, string>;
}

/** What it answers when all is written. */
export interface WrittenBesidePages {
  /** Names what files were made from, by the path of the first of them. */
  readonly keys: ReadonlyMap<string, string>;
  /** Addresses search results lead to, under the base path. */
  readonly searchLinks: readonly string[];
  /** The files it wrote or found to be right. */
  readonly written: ReadonlyMap<string, FileState>;
}

parentPort?.once("message", async ({ data, folder, known, keys: before }: BesidePagesOrder) => {
  const pathnames = new Promise<readonly string[]>((done) => parentPort?.once("message", done));
  const output = openOutputFolder(folder, known);
  const site = makeSite(data);
  const documents = searchDocuments(site, await readGuideTexts());
  const search = await beginSearchIndex(documents, site, folder);
  const keys = await writeMachineFiles(site, output, before);
  await writePageMarkdown(await pathnames, output);
  await search.takeOver(output);
  const searchLinks = documents.map(({ url }) => url);
  parentPort?.postMessage({ keys, searchLinks, written: output.written } satisfies WrittenBesidePages);
});
