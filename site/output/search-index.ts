import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { InternalError } from "../../core/problem.ts";
import { digestOf } from "../data/digest-of.ts";
import type { Site } from "../data/site.ts";
import type { GuideText } from "../search/guide-text.ts";
import { searchDocuments } from "../search/search-documents.ts";
import { openKeptFolder } from "./kept-folder.ts";
import type { OutputFolder } from "./output-folder.ts";
import { pathsIn } from "./paths-in.ts";

/** A search index that is being made outside of the site. */
export interface SearchIndexing {
  /** Addresses its results lead to, under the base path. */
  readonly links: readonly string[];
  /** Names all texts in it. */
  readonly key: string;
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
 * text through its interface for programs takes three times as long. Where the site has an index of just these texts,
 * which `keyBefore` says, that one stays.
 */
export function beginSearchIndex(
  site: Site,
  guide: readonly GuideText[],
  keptIn: string,
  keyBefore: string | undefined,
): SearchIndexing {
  const workshop = join(keptIn, "search");
  const documents = searchDocuments(site, guide);
  const links = documents.map(({ url }) => url);
  const key = digestOf(documents.map(({ url, key }) => [url, key]));
  if (key === keyBefore) return { links, key, folder: Promise.resolve(undefined), giveUp: async () => {} };
  const texts = openKeptFolder(join(workshop, "texts"));
  for (const { url, key, html } of documents) texts.write(`${url}index.html`, key, html);
  texts.close();
  const made = join(workshop, "index");
  rmSync(made, { recursive: true, force: true });
  const { language } = site.handbook.config;
  const options = ["--site", join(workshop, "texts"), "--output-path", made, "--force-language", language];
  const pagefind = runProgram(pagefindProgram(), [...options, "--quiet"]);
  const folder = pagefind.ended.then(() => made);
  folder.catch(() => {});
  return {
    links,
    key,
    folder,
    giveUp: async () => {
      pagefind.stop();
      await pagefind.ended.catch(() => {});
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

/** A program that runs; what it says of a failure is what its end fails with. */
function runProgram(program: string, options: readonly string[]) {
  const child = spawn(program, options, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) =>
      code === 0 ? done() : fail(new Error(`${program} ended with ${code ?? "a signal"}.\n${said.trim()}`)),
    );
  });
  return { ended, stop: () => void child.kill() };
}

/** The package lets nobody ask for its program, so it is looked for where Node would look. */
function pagefindProgram(): string {
  const require = createRequire(import.meta.url);
  const folders = require.resolve.paths("pagefind") ?? [];
  const files = folders.map((folder) => join(folder, "pagefind/lib/resolveBinary.js"));
  const file = files.find((each) => existsSync(each));
  if (file === undefined) throw new InternalError("Pagefind, which writes the search index, is not there.");
  const { resolveBinaryPath } = require(file) as { resolveBinaryPath(names: readonly string[]): string };
  return resolveBinaryPath(["pagefind_extended", "pagefind"]);
}
