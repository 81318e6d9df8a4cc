import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { programDigest } from "../content/code-digest.ts";
import { cacheKey } from "../content/file-cache.ts";
import type { SiteSettings } from "../data/settings.ts";
import type { BuiltPage } from "../output/broken-links.ts";
import type { FileState } from "../output/output-folder.ts";
import type { ProgramFrame } from "./program-frame.ts";

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
  /** The keys pages had; those without one are always rendered anew. */
  readonly pageKeys: readonly (readonly [pathname: string, key: string])[];
  readonly hasMermaid: boolean;
}

/** What a build leaves behind of the site itself. */
export interface KeptSite {
  /** Every file of the site, by path. */
  readonly files: readonly (readonly [path: string, state: FileState])[];
  /** The keys of files for machines, by the path of the first of the files each stands for. */
  readonly keys: readonly (readonly [path: string, key: string])[];
  readonly pages: readonly (readonly [pathname: string, page: BuiltPage])[];
}

/** Where the build into a folder is kept. */
export function keptFolderOf({ cacheFolder }: SiteSettings, outFolder: string): string {
  return resolve(cacheFolder, "handrail/builds", cacheKey(resolve(outFolder)).slice(0, 16));
}

/** Where the program that renders pages is kept. */
export function programFolder(kept: string): string {
  return join(kept, "program");
}

/** Where what a build has replaced waits to be removed, when there is time. */
export function atticOf(kept: string): string {
  return join(kept, "replaced");
}

/** The key of a build: the code, the settings but the moment, and what of the handbook the program holds. */
export function buildKey(settings: SiteSettings, outFolder: string, { title, origin }: ProgramFrame): string {
  const { now: _now, origin: _origin, ...lasting } = settings;
  return cacheKey(programDigest(), resolve(outFolder), JSON.stringify([lasting, title, origin]));
}

/** What the last build left; nothing when it left nothing that can be read. */
export function readKeptBuild(folder: string): KeptBuild | undefined {
  return readKept<KeptBuild>(folder, "build.json");
}

/** What the last build left of the site; nothing when it left nothing that can be read. */
export function readKeptSite(folder: string): KeptSite | undefined {
  return readKept<KeptSite>(folder, "site.json");
}

/** Keeps what was built for the next one: this last, since it says that all the rest is there. */
export function writeKeptBuild(folder: string, build: KeptBuild): void {
  writeKept(folder, "build.json", build);
}

/** Keeps the site for the next build. */
export function writeKeptSite(folder: string, site: KeptSite): void {
  writeKept(folder, "site.json", site);
}

/** Forgets the last build: whatever happens until the next one is kept, nobody takes it for whole. */
export function forgetKeptBuild(folder: string): void {
  rmSync(join(folder, "build.json"), { force: true });
}

/** The name of a page as the lists here have it: no slash before it, one after it, nothing for the home page. */
export function pageName(pathname: string): string {
  const name = pathname.replace(/^\/|\/$/g, "");
  return name === "" ? "" : `${name}/`;
}

function readKept<T>(folder: string, name: string): T | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, name), "utf8")) as T;
  } catch {
    return undefined;
  }
}

function writeKept(folder: string, name: string, value: unknown): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(value));
  renameSync(temporary, file);
}
