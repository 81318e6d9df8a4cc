import { Worker } from "node:worker_threads";
import type { SiteData } from "../data/site.ts";
import type { BrokenLink } from "./broken-links.ts";
import type { SearchIndex } from "./search-index.ts";

/** Where a site is written. */
export interface SitePlace {
  readonly folder: string;
  /** Where a build leaves what the next one can use. */
  readonly keptIn: string;
  /** Whether nothing there is from a build before. */
  readonly isNew: boolean;
}

/** What the writer is told, in this order; of pages there are any number. */
export type WriterOrder =
  | ({ readonly kind: "open" } & SitePlace)
  | { readonly kind: "write"; readonly data: SiteData }
  | { readonly kind: "page"; readonly pathname: string; readonly html: string }
  | {
      readonly kind: "finish";
      readonly pathnames: readonly string[];
      readonly searchIndex?: SearchIndex | undefined;
    };

/** What it answers when the folder is open and when the site is written. */
export type WriterAnswer =
  | { readonly kind: "opened"; readonly isUntouched: boolean }
  | ({ readonly kind: "written" } & WrittenSite);

/** A site that was written. */
export interface WrittenSite {
  /** Links that lead nowhere. With any, nothing is kept for the next build. */
  readonly broken: readonly BrokenLink[];
  /** How many pages look otherwise than before. */
  readonly changed: number;
  /** The keys of a new site's pages, by address under the base path; absent for a site that was there. */
  readonly pageKeys?: ReadonlyMap<string, string> | undefined;
}

/**
 * Writes a site on another core, while this one reads the handbook and renders pages. Whoever waits for an answer hears
 * of a failure; until then it ends nothing.
 */
export interface SiteWriter {
  /** Opens the folder; whether all files are as the last build left them, which a new site's never are. */
  open(place: SitePlace): Promise<boolean>;
  /** Has all written that needs no page, and for a new site the search index made too. */
  write(data: SiteData): void;
  /** Has a page written, by its address under the base path. */
  writePage(pathname: string, html: string): void;
  /**
   * Says which pages the site has, and waits until all is written and every link is followed. Pages that were not
   * written stay as they were, and those that are not named go. The search index is given unless the site is new.
   */
  finish(pathnames: readonly string[], searchIndex?: SearchIndex): Promise<WrittenSite>;
  /** Lets go of a writer that wrote nothing. */
  dismiss(): void;
}

/** Starts a writer. */
export function startSiteWriter(): SiteWriter {
  const worker = new Worker(new URL("./site-writer-worker.ts", import.meta.url));
  const send = (order: WriterOrder) => worker.postMessage(order);
  const opened = answerOf(worker, "opened");
  const written = answerOf(worker, "written");
  return {
    open: async (place) => {
      send({ kind: "open", ...place });
      return (await opened).isUntouched;
    },
    write: (data) => send({ kind: "write", data }),
    writePage: (pathname, html) => send({ kind: "page", pathname, html }),
    finish: async (pathnames, searchIndex) => {
      send({ kind: "finish", pathnames, searchIndex });
      const site = await written;
      await worker.terminate();
      return site;
    },
    dismiss: () => void worker.terminate(),
  };
}

type AnswerOf<K> = Extract<WriterAnswer, { readonly kind: K }>;

function answerOf<K extends WriterAnswer["kind"]>(worker: Worker, kind: K): Promise<AnswerOf<K>> {
  const answer = new Promise<AnswerOf<K>>((done, fail) => {
    worker.on("message", (message: WriterAnswer) => {
      if (message.kind === kind) done(message as AnswerOf<K>);
    });
    worker.once("error", fail);
    worker.once("exit", (code) => fail(new Error(`The writing of the site was given up, code ${code}.`)));
  });
  answer.catch(() => {});
  return answer;
}
