import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import * as pagefind from "pagefind";
import { InternalError } from "../../core/problem.ts";
import { currentSite } from "../content/handbook-store.ts";
import { searchDocument } from "../data/search-document.ts";
import type { Site } from "../data/site.ts";

type Index = NonNullable<Awaited<ReturnType<typeof pagefind.createIndex>>["index"]>;

/**
 * Writes the search index: processes from their definitions, which begins while Astro still bundles, and every other
 * page from its HTML once that is there. Pagefind works in a process of its own, so the other steps that follow the
 * build go on meanwhile: put the first integration before them and the second, which waits for the end, after.
 */
export function searchIndex(): { readonly begin: AstroIntegration; readonly end: AstroIntegration } {
  let beginning: Promise<Index>;
  let writing: Promise<void>;
  return {
    begin: {
      name: "handrail-search-index",
      hooks: {
        "astro:build:start": () => {
          beginning = unheard(indexProcesses(currentSite()));
        },
        "astro:build:done": ({ dir, pages }) => {
          const others = pages
            .map(({ pathname }) => pathname)
            .filter((path) => !/^(?:processes\/|404)/.test(path));
          writing = unheard(beginning.then((index) => finish(index, others, dir)));
        },
      },
    },
    end: {
      name: "handrail-search-index-end",
      hooks: { "astro:build:done": () => writing },
    },
  };
}

/** A promise whose failure is told to whoever waits for it later, and ends nothing until then. */
function unheard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

async function finish(index: Index, others: readonly string[], dir: URL): Promise<void> {
  for (const url of others) {
    const content = await readFile(new URL(`./${url}index.html`, dir), "utf8");
    refuse((await index.addHTMLFile({ url, content })).errors);
  }
  const written = await index.getFiles();
  refuse(written.errors);
  await writeFiles(written.files, fileURLToPath(new URL("./pagefind/", dir)));
  await pagefind.close();
}

async function indexProcesses(site: Site): Promise<Index> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: site.handbook.config.language });
  refuse(errors);
  if (!index) throw new InternalError("The search index could not be begun.");
  for (const { definition } of site.processes.values()) {
    const { url, html } = searchDocument(definition, site);
    refuse((await index.addHTMLFile({ url, content: html })).errors);
  }
  return index;
}

/** Pagefind's own dialogs are left out: the site brings its own. */
async function writeFiles(
  files: readonly { readonly path: string; readonly content: Uint8Array }[],
  folder: string,
): Promise<void> {
  const wanted = files.filter(({ path }) => !/^pagefind-(?:.*ui|highlight)\./.test(path));
  const folders = new Set(wanted.map(({ path }) => dirname(join(folder, path))));
  for (const path of folders) await mkdir(path, { recursive: true });
  await Promise.all(wanted.map(({ path, content }) => writeFile(join(folder, path), content)));
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new InternalError(`The search index: ${errors.join(" ")}`);
}
