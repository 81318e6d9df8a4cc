import { statSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { programDigest } from "../content/code-digest.ts";
import { cacheKey } from "../content/file-cache.ts";
import type { SiteSettings } from "../data/settings.ts";
import type { BuiltPage } from "../finish/broken-links.ts";
import type { FileState } from "../finish/output-folder.ts";

/** What a build leaves behind for the next one, so that it need not bundle the program that renders pages again. */
export interface KeptBuild {
  /** Names everything the program was made from; a build with another key cannot use it. */
  readonly key: string;
  /** Path of the program's entry within {@link programFolder}. */
  readonly entry: string;
  /** Scheme and host that pages are asked for at while they are rendered. */
  readonly origin: string;
  /** Styles of each route, as Astro's renderer asks for them. */
  readonly styles: readonly (readonly [key: string, styles: readonly unknown[]])[];
  readonly pages: readonly KeptPage[];
  /** Every file of the site, by path. */
  readonly files: readonly (readonly [path: string, state: FileState])[];
  /** The keys of what stands beside the pages. */
  readonly keys: readonly (readonly [path: string, key: string])[];
  readonly hasMermaid: boolean;
}

/** A page as it was built. */
export interface KeptPage {
  readonly pathname: string;
  /** Names what it shows; absent for a page that is always rendered anew. */
  readonly cacheKey?: string | undefined;
  readonly built: BuiltPage;
}

/** Where the build into a folder is kept. */
export function keptFolderOf({ cacheFolder }: SiteSettings, outFolder: string): string {
  return resolve(cacheFolder, "handrail/builds", cacheKey(resolve(outFolder)).slice(0, 16));
}

/** Where the program that renders pages is kept. */
export function programFolder(kept: string): string {
  return join(kept, "program");
}

/** The key of a build: the code, the settings but the moment, and what of handbook.yml the program holds. */
export function buildKey(
  settings: SiteSettings,
  outFolder: string,
  frame: readonly (string | undefined)[],
): string {
  const { now: _now, ...lasting } = settings;
  return cacheKey(programDigest(), resolve(outFolder), JSON.stringify([lasting, frame]));
}

/** What the last build left; nothing when it left nothing that can be read. */
export async function readKeptBuild(folder: string): Promise<KeptBuild | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, "build.json"), "utf8")) as KeptBuild;
  } catch {
    return undefined;
  }
}

/** Keeps a build for the next one. */
export async function writeKeptBuild(folder: string, build: KeptBuild): Promise<void> {
  const file = join(folder, "build.json");
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, JSON.stringify(build));
  await rename(temporary, file);
}

/** Forgets the last build: whatever happens until the next one is kept, nobody takes it for whole. */
export async function forgetKeptBuild(folder: string): Promise<void> {
  await rm(join(folder, "build.json"), { force: true });
}

/** The files of a folder as they are now, by path; the digests of those that were not touched since `known`. */
export async function filesOf(
  folder: string,
  known: ReadonlyMap<string, FileState>,
): Promise<[string, FileState][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return files.map((entry): [string, FileState] => {
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(resolve(folder).length + 1).replaceAll("\\", "/");
    // Thousands of files: waiting for each takes several times as long as asking for it.
    const { size, mtimeMs } = statSync(file);
    const before = known.get(path);
    const digest = before?.[0] === size && before[1] === mtimeMs ? before[2] : undefined;
    return [path, digest === undefined ? [size, mtimeMs] : [size, mtimeMs, digest]];
  });
}

/** Whether a folder holds just the files that are known, untouched. */
export async function isUntouched(folder: string, known: ReadonlyMap<string, FileState>): Promise<boolean> {
  const files = await filesOf(folder, new Map()).catch(() => []);
  return (
    files.length === known.size &&
    files.every(([path, [size, writtenAt]]) => {
      const before = known.get(path);
      return before?.[0] === size && before[1] === writtenAt;
    })
  );
}

/** The name of a page as the lists here have it: no slash before it, one after it, nothing for the home page. */
export function pageName(pathname: string): string {
  const name = pathname.replace(/^\/|\/$/g, "");
  return name === "" ? "" : `${name}/`;
}

/** Pages as they are kept. */
export function keptPages(
  pages: ReadonlyMap<string, BuiltPage>,
  cacheKeys: ReadonlyMap<string, string | undefined>,
): KeptPage[] {
  return [...pages].map(([pathname, built]) => ({ pathname, cacheKey: cacheKeys.get(pathname), built }));
}
