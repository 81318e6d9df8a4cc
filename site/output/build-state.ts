import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { cacheKey } from "../../disk/index.ts";
import type { SiteSettings } from "../data/settings.ts";
import type { BuiltPage } from "./broken-links.ts";
import { type FileState, type OutputFolder, openOutputFolder } from "./output-folder.ts";

/** What a build leaves behind for the next one into the same folder. */
export interface BuildState {
  /** The page program it was made with: what another one made is not taken for the same. */
  readonly programId: string;
  /** Every file of the site, by path. */
  readonly files: readonly (readonly [path: string, state: FileState])[];
  /** The keys of files for machines, by the path of the first of the files each stands for. */
  readonly machineKeys: readonly (readonly [path: string, key: string])[];
  /** The keys of pages, by path; those without one are always rendered. */
  readonly pageKeys: readonly (readonly [path: string, key: string])[];
  /** Names the texts of each part of the search index; absent while there is none. */
  readonly searchKeys?: readonly string[] | undefined;
  /** Anchors and links of each page, by path. */
  readonly pages: readonly (readonly [path: string, page: BuiltPage])[];
}

/** Where a site is written, and what the last build left there. */
export interface SitePlace {
  readonly output: OutputFolder;
  /** Where builds into the folder leave what the next one can use. */
  readonly workshop: string;
  /** Lists nothing where nothing is known of an earlier build. */
  readonly before: BuildState;
}

/** Opens the folder that a site is built into. */
export function openSitePlace(
  { cacheFolder }: SiteSettings,
  outFolder: string,
  programId: string,
): SitePlace {
  const workshop = resolve(cacheFolder, "handrail/builds", cacheKey(resolve(outFolder)).slice(0, 16));
  const before = readBuildState(workshop);
  const output = openOutputFolder(outFolder, before && new Map(before.files));
  if (before !== undefined) return { output, workshop, before };
  const nothing: BuildState = { programId, files: [], machineKeys: [], pageKeys: [], pages: [] };
  // Whoever is interrupted has at least said that the folder is for a site.
  writeBuildState(workshop, nothing);
  return { output, workshop, before: nothing };
}

function readBuildState(workshop: string): BuildState | undefined {
  try {
    return JSON.parse(readFileSync(join(workshop, "site.json"), "utf8")) as BuildState;
  } catch {
    return undefined;
  }
}

/** Leaves it for the next build, in one piece. */
export function writeBuildState(workshop: string, state: BuildState): void {
  mkdirSync(workshop, { recursive: true });
  const file = join(workshop, "site.json");
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(state));
  renameSync(temporary, file);
}
