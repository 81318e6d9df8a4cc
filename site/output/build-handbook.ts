import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../core/problem.ts";
import { readRuns } from "../content/read-runs.ts";
import { createSiteReader } from "../content/site-reader.ts";
import { attachedFiles, attachedFolder } from "../data/attached-files.ts";
import type { SiteSettings } from "../data/settings.ts";
import type { Site } from "../data/site.ts";
import { sitemap } from "../machine/sitemap.ts";
import type { PageProgram } from "../program/page-program.ts";
import { attachedOnDisk } from "./attached-on-disk.ts";
import { brandFiles } from "./brand-files.ts";
import { brokenInSite } from "./broken-in-site.ts";
import type { BrokenLink } from "./broken-links.ts";
import { openSitePlace, type SitePlace, writeBuildState } from "./build-state.ts";
import { programFiles } from "./program-files.ts";
import { beginSearchIndex, type SearchIndexing, searchFolder, takeOverSearchPart } from "./search-index.ts";
import { writeMachineFiles } from "./write-machine-files.ts";
import { writePages } from "./write-pages.ts";

/** What a build did. */
export interface BuiltHandbook {
  /** What is wrong with the handbook. A process with an error is left out; where nothing can be shown, nothing was touched. */
  readonly problems: readonly Problem[];
  /** Links that lead nowhere. With any, the next build does not take this one for whole. */
  readonly broken: readonly BrokenLink[];
  readonly pages: number;
  /** How many pages look otherwise than before. */
  readonly changed: number;
}

/**
 * Builds the handbook that the settings name into a folder: what is there already stays as it is, what has changed is
 * written, and what belongs to it no longer goes. `showsEverything` is for a folder that only those can read who may see
 * all of people and runs; else handbook.yml decides. Throws an InputError for a folder that holds something else.
 */
export async function buildHandbook(
  program: PageProgram,
  settings: SiteSettings,
  outFolder: string,
  showsEverything = false,
): Promise<BuiltHandbook> {
  const runs = await readRuns(settings.runsFile);
  const { problems, site } = await createSiteReader({ settings, programId: program.id, showsEverything })({
    now: settings.now,
    runs,
  });
  if (site === undefined) return { problems, broken: [], pages: 0, changed: 0 };
  const place = openSitePlace(settings, outFolder, program.id);
  // First, since others work on it while we go on: nothing else takes as long.
  const { output, workshop, before } = place;
  const searchKeys = (before.searchKeys ?? []).map((key, part) =>
    output.isAsLeft(`${searchFolder(part)}/pagefind-entry.json`) ? key : undefined,
  );
  const indexing = beginSearchIndex(site, program.guide, workshop, searchKeys);
  try {
    return { problems, ...(await writeSite(site, program, place, indexing)) };
  } catch (error) {
    await indexing.giveUp();
    throw error;
  }
}

async function writeSite(
  site: Site,
  program: PageProgram,
  place: SitePlace,
  indexing: SearchIndexing,
): Promise<Omit<BuiltHandbook, "problems">> {
  const { output, workshop } = place;
  for (const [path, file] of [...programFiles(program, site), ...brandFiles(site)])
    output.write(path, readFileSync(file));
  for (const path of attachedFiles(site)) {
    const file = attachedOnDisk(path, site);
    if (file !== undefined) output.write(`${attachedFolder}${path}`, readFileSync(file));
  }
  const { pages, keys, changed } = await writePages(site, program, place);
  const machineKeys = writeMachineFiles(site, program.id, place);
  for (const { path, text } of sitemap([...pages.keys()], site.settings)) output.write(path, text);
  const broken = brokenInSite(site, pages.values(), indexing.links, output);
  await finishIndex(indexing, place);
  const isWhole = broken.length === 0;
  writeBuildState(workshop, {
    programId: program.id,
    files: [...output.close()],
    machineKeys: isWhole ? machineKeys : [],
    pageKeys: isWhole ? [...keys] : [],
    searchKeys: indexing.keys,
    pages: [...pages],
  });
  return { broken, pages: pages.size, changed };
}

/** Puts the parts of the search index in their places. What they replace is removed by the next build, as that takes a while. */
async function finishIndex(indexing: SearchIndexing, { output, workshop }: SitePlace): Promise<void> {
  const attic = join(workshop, "replaced");
  rmSync(attic, { recursive: true, force: true });
  mkdirSync(attic);
  for (const [part, made] of (await indexing.folders).entries()) {
    if (made === undefined) output.keepAll(`${searchFolder(part)}/`);
    else takeOverSearchPart(part, made, output, attic);
  }
}
