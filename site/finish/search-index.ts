import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { InternalError } from "../../core/problem.ts";
import type { SiteData } from "../data/site.ts";
import type { SearchDocument } from "../search/search-document.ts";
import { keptFolder } from "./kept-folder.ts";
import type { OutputFolder } from "./output-folder.ts";

const run = promisify(execFile);

/** A search index that is being made outside of the site. */
export interface SearchIndex {
  /** Waits for it, and puts it into the site in the place of the one there. */
  takeOver(output: OutputFolder): Promise<void>;
}

/**
 * Begins the search index of the site in a folder. Pagefind reads its documents from a folder that is kept between
 * builds, so that only texts that changed are written to it, and runs as a program of its own beside ours: passing
 * each text through its interface for programs takes three times as long.
 */
export async function beginSearchIndex(
  documents: readonly SearchDocument[],
  { settings, handbook }: Pick<SiteData, "settings" | "handbook">,
  siteFolder: string,
): Promise<SearchIndex> {
  const place = resolve(siteFolder).replaceAll(/[^A-Za-z0-9]+/g, "-");
  const workshop = resolve(settings.cacheFolder, "handrail/search", place);
  const texts = await keptFolder(join(workshop, "texts"));
  for (const { url, html } of documents) await texts.write(`${url}index.html`, html);
  await texts.removeOthers();
  const made = join(workshop, "index");
  await rm(made, { recursive: true, force: true });
  const running = runPagefind(join(workshop, "texts"), made, handbook.config.language);
  // Whoever waits for it hears of a failure; until then it must not end the process.
  running.catch(() => {});
  return {
    takeOver: async (output) => {
      await running;
      await takeOver(made, output);
    },
  };
}

async function runPagefind(texts: string, made: string, language: string): Promise<void> {
  // The package lets nobody ask for its program, so it is looked for where Node would look.
  const folders = createRequire(import.meta.url).resolve.paths("pagefind") ?? [];
  const programs = folders.map((folder) => join(folder, "pagefind/lib/runner/bin.cjs"));
  const program = programs.find((file) => existsSync(file));
  if (program === undefined)
    throw new InternalError("Pagefind, which writes the search index, is not there.");
  const options = ["--site", texts, "--output-path", made, "--force-language", language, "--quiet"];
  await run(process.execPath, [program, ...options], { maxBuffer: 1 << 26 });
}

/** Puts the new index in the place of the old. Pagefind's own dialogs are left out: the site brings its own. */
async function takeOver(made: string, output: OutputFolder): Promise<void> {
  const entries = await readdir(made, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(made.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => !/^pagefind-(?:.*ui|highlight)\./.test(path));
  await Promise.all(
    paths.map(async (path) => output.write(`pagefind/${path}`, await readFile(join(made, path)))),
  );
  const wanted = new Set(paths);
  const folder = join(output.folder, "pagefind");
  const there = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of there.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name);
    if (!wanted.has(file.slice(folder.length + 1).replaceAll("\\", "/"))) await rm(file);
  }
}
