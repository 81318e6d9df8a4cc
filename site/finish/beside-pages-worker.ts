import { parentPort } from "node:worker_threads";
import { makeSite } from "../data/make-site.ts";
import type { SiteData } from "../data/site.ts";
import { type BesidePages, writeBesidePages } from "./beside-pages.ts";
import { type FileState, openOutputFolder } from "./output-folder.ts";

/** What the worker is asked: the site, its folder, and how the last build left the files there. */
export interface BesidePagesOrder {
  readonly data: SiteData;
  readonly folder: string;
  readonly known: ReadonlyMap<string, FileState>;
  readonly keys: BesidePages["keys"];
}

/** What it answers. */
export interface WrittenBesidePages extends BesidePages {
  /** The files it wrote or found to be right. */
  readonly written: ReadonlyMap<string, FileState>;
}

parentPort?.once("message", async ({ data, folder, known, keys }: BesidePagesOrder) => {
  const output = openOutputFolder(folder, known);
  const answer = await writeBesidePages(makeSite(data), output, keys);
  parentPort?.postMessage({ ...answer, written: output.written } satisfies WrittenBesidePages);
});
