import { Worker } from "node:worker_threads";
import { InternalError } from "../../core/problem.ts";
import type { SiteData } from "../data/site.ts";
import type { WrittenSite } from "./write-site.ts";

/** What the writer is told, in this order; of pages there are any number. */
export type WriterOrder =
  | { readonly kind: "begin"; readonly data: SiteData; readonly folder: string; readonly keptIn: string }
  | { readonly kind: "page"; readonly pathname: string; readonly html: string }
  | { readonly kind: "finish"; readonly pathnames: readonly string[] };

/** What it answers. */
export interface NewSite extends WrittenSite {
  /** The keys of pages, by address under the base path. */
  readonly pageKeys: ReadonlyMap<string, string>;
}

/** Writes a new site on another core, while this one renders its pages. Addresses are under the base path. */
export interface SiteWriter {
  writePage(pathname: string, html: string): void;
  /** Says which pages the site has, and waits until all is written. Throws what went wrong there. */
  finish(pathnames: readonly string[]): Promise<NewSite>;
}

/** Begins a site in a folder that holds nothing but what is not ours to write. */
export function startSiteWriter(data: SiteData, folder: string, keptIn: string): SiteWriter {
  const worker = new Worker(new URL("./site-writer-worker.ts", import.meta.url));
  const send = (order: WriterOrder) => worker.postMessage(order);
  const written = new Promise<NewSite>((done, fail) => {
    worker.once("message", done);
    worker.once("error", fail);
    worker.once("exit", (code) =>
      fail(new InternalError(`The writing of the site was given up, code ${code}.`)),
    );
  });
  // Whoever finishes hears of a failure; until then it must not end the process.
  written.catch(() => {});
  send({ kind: "begin", data, folder, keptIn });
  return {
    writePage: (pathname, html) => send({ kind: "page", pathname, html }),
    finish: async (pathnames) => {
      send({ kind: "finish", pathnames });
      const site = await written;
      await worker.terminate();
      return site;
    },
  };
}
