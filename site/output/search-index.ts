import { execFile } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { InternalError } from "../../core/problem.ts";
import type { Site } from "../data/site.ts";
import { readGuideTexts } from "../search/guide-text.ts";
import { searchDocuments } from "../search/search-documents.ts";
import { openKeptFolder } from "./kept-folder.ts";
import type { OutputFolder } from "./output-folder.ts";
import { pathsIn } from "./paths-in.ts";

const run = promisify(execFile);

/** A search index that is being made outside of the site. */
export interface SearchIndexing {
  /** Addresses its results lead to, under the base path. */
  readonly links: readonly string[];
  /**
   * The folder it is made in; nothing when the index of the last build is still right. Whoever waits for it hears of
   * a failure; until then that ends nothing.
   */
  readonly folder: Promise<string | undefined>;
  /** Stops making it; done when nothing is written any more. */
  giveUp(): Promise<void>;
}

/**
 * Begins the search index of a site. Pagefind reads its documents from a folder that is kept between builds, so that
 * only texts that changed are made and written to it, and runs as a program of its own beside ours: passing each
 * text through its interface for programs takes three times as long. Where no text has changed and the site `hasIndex`,
 * that one stays.
 */
export function beginSearchIndex(site: Site, siteFolder: string, hasIndex: boolean): SearchIndexing {
  const { settings, handbook } = site;
  const name = resolve(siteFolder).replaceAll(/[^A-Za-z0-9]+/g, "-");
  const workshop = resolve(settings.cacheFolder, "handrail/search", name);
  const documents = searchDocuments(site, readGuideTexts());
  const links = documents.map(({ url }) => url);
  const texts = openKeptFolder(join(workshop, "texts"));
  for (const { url, key, html } of documents) texts.write(`${url}index.html`, key, html);
  const hasChanged = texts.close();
  if (hasIndex && !hasChanged) return { links, folder: Promise.resolve(undefined), giveUp: async () => {} };
  const made = join(workshop, "index");
  rmSync(made, { recursive: true, force: true });
  const stop = new AbortController();
  const running = runPagefind(join(workshop, "texts"), made, handbook.config.language, stop.signal);
  const folder = running.then(() => made);
  folder.catch(() => {});
  return {
    links,
    folder,
    giveUp: async () => {
      stop.abort();
      await running.catch(() => {});
    },
  };
}

/**
 * Puts a new index in the place of the old, which goes to the attic: to remove its files takes a while. Pagefind's own
 * dialogs are left out: the site brings its own.
 */
export function takeOverSearchIndex(folder: string, output: OutputFolder, attic: string): void {
  for (const path of pathsIn(folder))
    if (/^pagefind-(?:.*ui|highlight)\./.test(path)) rmSync(join(folder, path));
  output.replace("pagefind", folder, attic);
}

async function runPagefind(
  texts: string,
  made: string,
  language: string,
  signal: AbortSignal,
): Promise<void> {
  const options = ["--site", texts, "--output-path", made, "--force-language", language, "--quiet"];
  await run(await pagefindProgram(), options, { maxBuffer: 1 << 26, signal });
}

/** The package lets nobody ask for its program, so it is looked for where Node would look. */
async function pagefindProgram(): Promise<string> {
  const folders = createRequire(import.meta.url).resolve.paths("pagefind") ?? [];
  const files = folders.map((folder) => join(folder, "pagefind/lib/resolveBinary.js"));
  const file = files.find((each) => existsSync(each));
  if (file === undefined) throw new InternalError("Pagefind, which writes the search index, is not there.");
  const { resolveBinaryPath } = (await import(pathToFileURL(file).href)) as {
    resolveBinaryPath(names: readonly string[]): string;
  };
  return resolveBinaryPath(["pagefind_extended", "pagefind"]);
}
