import { spawn } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { InternalError } from "../../core/problem.ts";
import { digestOf } from "../data/digest-of.ts";
import type { Site } from "../data/site.ts";
import type { GuideText } from "../search/guide-text.ts";
import type { SearchDocument } from "../search/search-document.ts";
import { searchDocuments } from "../search/search-documents.ts";
import { searchParts } from "../search/search-parts.ts";
import { openKeptFolder } from "./kept-folder.ts";
import type { OutputFolder } from "./output-folder.ts";
import { pathsIn } from "./paths-in.ts";

/** A search index that is being made outside of the site, in parts. */
export interface SearchIndexing {
  /** Addresses its results lead to, under the base path. */
  readonly links: readonly string[];
  /** Names the texts of each part. */
  readonly keys: readonly string[];
  /**
   * The folder each part is made in; nothing for one whose last index is still right. Whoever waits for them hears of a
   * failure; until then that ends nothing.
   */
  readonly folders: Promise<readonly (string | undefined)[]>;
  /** Stops making it; done when nothing is written any more. */
  giveUp(): Promise<void>;
}

/** The folder of a part of the index, under the base path. The first holds the program that searches, too. */
export function searchFolder(part: number): string {
  return part === 0 ? "pagefind" : `pagefind-${part}`;
}

/** The file beside the program that says how many parts there are. */
const countFile = "parts.json";

/**
 * Begins the search index of a site. Pagefind reads its documents from a folder that is kept between builds, so that
 * only texts that changed are made and written to it, and runs as a program of its own beside ours: passing each
 * text through its interface for programs takes three times as long. Where the site has a part of just these texts,
 * which `keysBefore` says, that one stays.
 */
export function beginSearchIndex(
  site: Site,
  guide: readonly GuideText[],
  keptIn: string,
  keysBefore: readonly (string | undefined)[],
): SearchIndexing {
  const workshop = join(keptIn, "search");
  const documents = searchDocuments(site, guide);
  const parts = searchParts(documents);
  const keys = parts.map((part) => digestOf([parts.length, part.map(({ url, key }) => [url, key])]));
  const { language } = site.handbook.config;
  let isGivenUp = false;
  let stop = () => {};
  const makePart = async (documents: readonly SearchDocument[], part: number) => {
    if (isGivenUp || keys[part] === keysBefore[part]) return undefined;
    const texts = join(workshop, `texts-${part}`);
    const made = join(workshop, `index-${part}`);
    writeTexts(texts, documents);
    rmSync(made, { recursive: true, force: true });
    const options = ["--site", texts, "--output-path", made, "--force-language", language, "--quiet"];
    const pagefind = runProgram(pagefindProgram(), options);
    stop = pagefind.stop;
    await pagefind.ended;
    if (part === 0) writeFileSync(join(made, countFile), JSON.stringify(parts.length));
    return made;
  };
  // One after the other: each takes all processors.
  const folders = (async () => {
    const made: (string | undefined)[] = [];
    for (const [part, documents] of parts.entries()) made.push(await makePart(documents, part));
    return made;
  })();
  folders.catch(() => {});
  return {
    links: documents.map(({ url }) => url),
    keys,
    folders,
    giveUp: async () => {
      isGivenUp = true;
      stop();
      await folders.catch(() => {});
    },
  };
}

function writeTexts(folder: string, documents: readonly SearchDocument[]): void {
  const texts = openKeptFolder(folder);
  for (const { url, key, html } of documents) texts.write(`${url}index.html`, key, html);
  texts.close();
}

/** What Pagefind writes that nobody here asks for: dialogs of its own, and in all parts but the first the program itself. */
const needless = /^pagefind-(?:.*ui|highlight)\./;
const program = /^(?:pagefind(?:-worker)?\.js|wasm\..*)$/;

/** Puts a part of a new index in the place of the old, which goes to the attic: to remove its files takes a while. */
export function takeOverSearchPart(part: number, folder: string, output: OutputFolder, attic: string): void {
  for (const path of pathsIn(folder))
    if (needless.test(path) || (part > 0 && program.test(path))) rmSync(join(folder, path));
  output.replace(searchFolder(part), folder, join(attic, String(part)));
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
