import { pageKeys } from "../data/page-keys.ts";
import type { Site } from "../data/site.ts";
import { beginSearchIndex } from "../output/search-index.ts";
import type { SiteWriter } from "../output/site-writer.ts";
import { needsMermaid } from "../output/write-mermaid.ts";
import { forgetKeptBuild, type KeptBuild, writeKeptBuild } from "./kept-build.ts";
import { openProgram, pathsOf, renderPage } from "./page-program.ts";
import { tellBroken } from "./tell-broken.ts";

/** Where a site is built anew, and who writes it. */
export interface RebuildPlace {
  readonly keptIn: string;
  readonly outFolder: string;
  readonly writer: SiteWriter;
}

/** What was built anew: how many pages there are, and how many look different. */
export interface Rebuilt {
  readonly pages: number;
  readonly changed: number;
}

/**
 * Builds a site anew with the program an earlier build kept: only pages that would look different are rendered, and
 * those of what is no longer in the handbook go. The result is the same to the byte as that of a whole build. Gives
 * nothing, and has changed nothing of the site, where only a whole build will do.
 */
export async function rebuildSite(
  site: Site,
  kept: KeptBuild,
  { keptIn, outFolder, writer }: RebuildPlace,
): Promise<Rebuilt | undefined> {
  if (kept.hasMermaid !== needsMermaid(site)) return undefined;
  const indexing = await beginSearchIndex(site, outFolder, true);
  const program = await openProgram(kept, keptIn);
  if (program === undefined) {
    await indexing.giveUp();
    return undefined;
  }
  forgetKeptBuild(keptIn);
  writer.write(site.data);
  const keys = pageKeys(site);
  const before = new Map(kept.pageKeys);
  const paths = await pathsOf(program);
  const address = `${kept.origin}${site.settings.base}`;
  for (const path of paths) {
    const key = keys.get(path.pathname);
    if (key !== undefined && before.get(path.pathname) === key) continue;
    writer.writePage(path.pathname, await renderPage(program, address, path));
  }
  const pathnames = paths.map(({ pathname }) => pathname);
  const { broken, changed } = await writer.finish(pathnames, await indexing.made);
  tellBroken(broken);
  writeKeptBuild(keptIn, { ...kept, pageKeys: [...keys] });
  return { pages: paths.length, changed };
}
