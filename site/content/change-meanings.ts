import type { Handbook, HandbookFiles } from "../../core/definition/index.ts";
import { text } from "../../core/text/index.ts";
import {
  type Commit,
  cacheFolderOf,
  cacheKey,
  gitBlobName,
  openFileCache,
  readBlobs,
} from "../../disk/index.ts";
import type { SiteSettings } from "../data/settings.ts";
import type { SiteProcess } from "../data/site.ts";
import { meaningsOf, type Versions } from "./meanings-of.ts";

/** How many changes of a process a reader is shown. */
const mostShown = 8;

/** How a process file came to be what it is. */
export type ProcessChanges = Pick<SiteProcess, "history" | "notCommitted">;

interface Pair extends Versions {
  readonly key: string;
}

/**
 * The latest changes of each process file, by path, with what each meant, and what those mean that nobody has committed yet. Texts of earlier versions come from git in
 * one call; what two versions meant is kept between builds, as neither ever changes. `programId` names the program whose
 * words they are.
 */
export async function changeMeanings(
  history: ReadonlyMap<string, readonly Commit[]>,
  { handbook: { processes, roles }, files }: { readonly handbook: Handbook; readonly files: HandbookFiles },
  { handbookFolder, cacheFolder }: SiteSettings,
  programId: string,
): Promise<ReadonlyMap<string, ProcessChanges>> {
  const roleTitles = Object.fromEntries([...roles].map(([id, { title }]) => [id, title]));
  const surroundings = cacheKey(programId, JSON.stringify(roleTitles));
  const paths = [...processes.values()].map(({ path }) => path).filter((path) => history.has(path));
  const pairOf = (path: string, commits: readonly Commit[], index: number): Pair | undefined => {
    const [after, before] = [commits[index]?.blob ?? "", commits[index + 1]?.blob ?? ""];
    if (after === "" || before === "") return undefined;
    return { path, before, after, key: cacheKey(surroundings, path, before, after) };
  };
  const unsaved = new Map(paths.flatMap((path) => unsavedIn(path)));
  function unsavedIn(path: string): [string, Pair & { readonly text: string }][] {
    const [before, text] = [history.get(path)?.[0]?.blob ?? "", files.get(path) ?? ""];
    const after = before === "" ? "" : nameUnless(before, text);
    if (after === before) return [];
    return [[path, { path, before, after, text, key: cacheKey(surroundings, path, before, after) }]];
  }
  const committed = paths.flatMap((path) => {
    const commits = history.get(path) ?? [];
    return commits.slice(0, mostShown).flatMap((_commit, index) => pairOf(path, commits, index) ?? []);
  });
  const pairs = [...committed, ...unsaved.values()];
  const cache = await openFileCache<readonly string[]>(
    `${cacheFolderOf(cacheFolder, handbookFolder)}/changes`,
  );
  const known = new Map(pairs.flatMap(({ key }) => (cache.get(key) ? [[key, cache.get(key) ?? []]] : [])));
  const missing = pairs.filter(({ key }) => !known.has(key));
  const own = new Map([...unsaved.values()].map(({ after, text: source }) => [after, source]));
  const made = await workOut(missing, roleTitles, handbookFolder, own);
  for (const [index, { key }] of missing.entries()) known.set(key, made[index] ?? []);
  await cache.keep(known);
  return new Map(
    paths.map((path) => {
      const commits = history.get(path) ?? [];
      const meant = commits.map((commit, index) => {
        const pair = index < mostShown ? pairOf(path, commits, index) : undefined;
        const isFirst = index === commits.length - 1;
        return {
          ...commit,
          meaning: pair ? (known.get(pair.key) ?? []) : isFirst ? [text.change.first] : [],
        };
      });
      const pair = unsaved.get(path);
      return [path, { history: meant, notCommitted: pair && (known.get(pair.key) ?? []) }];
    }),
  );
}

/** Git's name of a text; the one given where it is that text, also with the ends of lines that git may put into a folder. */
function nameUnless(blob: string, text: string): string {
  const plain = gitBlobName(text.replaceAll("\r\n", "\n"), blob);
  return plain === blob ? blob : gitBlobName(text, blob);
}

async function workOut(
  pairs: readonly Versions[],
  roleTitles: Readonly<Record<string, string>>,
  handbookFolder: string,
  own: ReadonlyMap<string, string>,
): Promise<(readonly string[])[]> {
  if (pairs.length === 0) return [];
  const blobs = new Set(pairs.flatMap(({ before, after }) => [before, after]));
  const committed = await readBlobs(
    handbookFolder,
    [...blobs].filter((blob) => !own.has(blob)),
  );
  const texts = new Map([...committed, ...own]);
  const jobs = pairs.map(({ path, before, after }) => ({
    path,
    before: texts.get(before) ?? "",
    after: texts.get(after) ?? "",
  }));
  return meaningsOf(jobs, roleTitles);
}
