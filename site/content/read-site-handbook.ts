import { resolve } from "node:path";
import {
  defineHandbook,
  type Handbook,
  type HandbookFiles,
  parseHandbook,
} from "../../core/definition/index.ts";
import { hasErrors, type Problem } from "../../core/problem.ts";
import { checkHandbook } from "../../core/rules/index.ts";
import { readHandbookFolder } from "../../disk/index.ts";
import { linkedTerms } from "../data/linked-terms.ts";
import type { SiteSettings } from "../data/settings.ts";
import { InputError } from "../input-error.ts";
import { codeDigest } from "./code-digest.ts";
import { cacheKey, openFileCache } from "./file-cache.ts";
import { wholeProcess } from "./light-process.ts";
import type { PrepareContext, PreparedFile, PreparedProcess } from "./prepare-file.ts";
import { prepareFiles } from "./prepare-files.ts";

/** A handbook that was read, checked and prepared. `handbook` is absent when a problem is an error. */
export interface PreparedHandbook {
  readonly problems: readonly Problem[];
  readonly handbook?: Handbook | undefined;
  /** The costly parts of pages, by path of the process file. */
  readonly prepared: ReadonlyMap<string, KeyedProcess>;
}

/** The costly parts of a page, and what names all they were made from. */
export interface KeyedProcess extends PreparedProcess {
  readonly key: string;
}

/** Reads and checks the handbook. Files that are as they were the last time come prepared from a cache. */
export async function readSiteHandbook(settings: SiteSettings): Promise<PreparedHandbook> {
  const { handbookFolder, base } = settings;
  const files = await readHandbookFolder(handbookFolder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "ENOENT") throw cause;
    throw new InputError(
      `There is no handbook folder ${handbookFolder}.`,
      "HANDRAIL_HANDBOOK names the folder; processes when it is not set.",
    );
  });
  const prepared = await preparedFiles(files, { base, ...surroundingsOf(files) }, settings);
  const parsed = parseHandbook(files, (source) => {
    const known = prepared.get(source.path);
    return wholeProcess(source, known?.file.light);
  });
  const problems = checkHandbook(parsed, handbookFolder);
  return {
    problems,
    handbook: hasErrors(problems) ? undefined : defineHandbook(parsed, () => true),
    prepared: new Map(
      [...prepared].flatMap(([path, { key, file }]) =>
        file.prepared ? [[path, { key, ...file.prepared }]] : [],
      ),
    ),
  };
}

async function preparedFiles(
  files: HandbookFiles,
  context: PrepareContext,
  { handbookFolder, cacheFolder }: SiteSettings,
): Promise<Map<string, { readonly key: string; readonly file: PreparedFile }>> {
  const name = cacheKey(resolve(handbookFolder)).slice(0, 16);
  const cache = await openFileCache<PreparedFile>(`${cacheFolder}/handrail/${name}`);
  const surroundings = cacheKey(codeDigest(), JSON.stringify(context));
  const sources = [...files]
    .filter(([path]) => path.endsWith(".mdx"))
    .map(([path, text]) => ({ path, text, key: cacheKey(surroundings, path, text) }));
  const missing = sources.filter(({ key }) => cache.get(key) === undefined);
  const made = await prepareFiles(
    missing.map(({ path, text }) => ({ path, text })),
    context,
  );
  const fresh = new Map(missing.map(({ key }, index) => [key, made[index]]));
  const all = sources.flatMap(({ path, key }) => {
    const file = cache.get(key) ?? fresh.get(key);
    return file === undefined ? [] : [{ path, key, file }];
  });
  await cache.keep(new Map(all.map(({ key, file }) => [key, file])));
  return new Map(all.map(({ path, key, file }) => [path, { key, file }]));
}

/** What pages of processes take from the handbook's other files. */
function surroundingsOf(files: HandbookFiles): Omit<PrepareContext, "base"> {
  const parsed = parseHandbook(new Map([...files].filter(([path]) => path.endsWith(".yml"))));
  const { config, roles } = defineHandbook(parsed, () => false);
  return {
    roleTitles: Object.fromEntries([...roles.values()].map(({ id, title }) => [id, title])),
    linkedTerms: linkedTerms(config.glossary),
  };
}
