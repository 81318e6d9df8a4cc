import { pageKeys } from "../data/page-keys.ts";
import type { Site } from "../data/site.ts";
import { isUntouched, openOutputFolder } from "../output/output-folder.ts";
import { beginSearchIndex } from "../output/search-index.ts";
import { needsMermaid } from "../output/write-mermaid.ts";
import { writeSite } from "../output/write-site.ts";
import { forgetKeptBuild, type KeptBuild, readKeptSite, writeKeptBuild } from "./kept-build.ts";
import { openProgram, type PageProgram, pathsOf, renderPage } from "./page-program.ts";
import { tellBroken } from "./tell-broken.ts";

/** What was built anew: how many pages there are, and how many look different. */
export interface Rebuilt {
  readonly pages: number;
  readonly changed: number;
}

/**
 * Builds a site anew with the program an earlier build kept: only pages that would look different are rendered, and
 * those of what is no longer in the handbook go. The result is the same to the byte as that of a whole build, but for
 * the names of filters in the search index, which Pagefind gives at random. Gives nothing, and has changed nothing of
 * the site, where only a whole build will do.
 */
export async function rebuildSite(
  site: Site,
  kept: KeptBuild,
  folder: string,
  keptIn: string,
): Promise<Rebuilt | undefined> {
  if (kept.hasMermaid !== needsMermaid(site)) return undefined;
  // Whoever is interrupted from here on leaves nothing that the next build takes for whole.
  forgetKeptBuild(keptIn);
  // First, since others work on it while we go on: nothing else takes as long.
  const indexing = beginSearchIndex(site, keptIn, true);
  const keptSite = readKeptSite(keptIn);
  const files = new Map(keptSite?.files);
  const canUse = keptSite !== undefined && isUntouched(folder, files);
  const program = canUse ? await openProgram(kept, keptIn) : undefined;
  if (program === undefined) {
    await indexing.giveUp();
    return undefined;
  }
  const place = {
    output: openOutputFolder(folder, files),
    keptIn,
    keysBefore: new Map(keptSite?.keys),
    pagesBefore: new Map(keptSite?.pages),
  };
  const writing = writeSite(site, place, indexing);
  const keys = pageKeys(site);
  const pathnames = await renderChanged(program, kept, site, keys, writing.addPage);
  const { broken, changed } = await writing.finish(pathnames);
  tellBroken(broken);
  writeKeptBuild(keptIn, { ...kept, pageKeys: [...keys] });
  return { pages: pathnames.length, changed };
}

/** Renders the pages that have no key, or another than they had; gives the addresses of all. */
async function renderChanged(
  program: PageProgram,
  { pageKeys: keysBefore, origin }: KeptBuild,
  { settings: { base } }: Site,
  keys: ReadonlyMap<string, string>,
  add: (pathname: string, html: string) => void,
): Promise<string[]> {
  const before = new Map(keysBefore);
  const paths = await pathsOf(program);
  for (const path of paths) {
    const key = keys.get(path.pathname);
    if (key !== undefined && before.get(path.pathname) === key) continue;
    add(path.pathname, await renderPage(program, `${origin}${base}`, path));
  }
  return paths.map(({ pathname }) => pathname);
}
