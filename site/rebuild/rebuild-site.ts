import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { StaticPaths } from "astro/runtime/prerender/static-paths.js";
import { processesByArea } from "../data/home-page.ts";
import type { Site } from "../data/site.ts";
import type { BesidePagesWorker } from "../finish/begin-beside-pages.ts";
import { fileOfPage } from "../finish/file-of-page.ts";
import { finishSite } from "../finish/finish-site.ts";
import { type OutputFolder, openOutputFolder } from "../finish/output-folder.ts";
import { needsMermaid } from "../finish/write-mermaid.ts";
import {
  filesOf,
  forgetKeptBuild,
  isUntouched,
  type KeptBuild,
  type KeptPage,
  keptPages,
  pageName,
  programFolder,
  writeKeptBuild,
} from "./kept-build.ts";
import { tellBroken } from "./tell-broken.ts";

/** What we use of the program that renders pages. */
interface PageProgram {
  setInternals(internals: object): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: unknown }): Promise<Response>;
}

interface PagePath {
  readonly pathname: string;
  readonly route: unknown;
  readonly cacheKey?: string | undefined;
}

/** Where a site is built anew, and who writes what stands beside its pages. */
export interface RebuildPlace {
  readonly keptIn: string;
  readonly outFolder: string;
  readonly worker: BesidePagesWorker;
}

/** What was built anew: how many pages there are, and how many look different. */
export interface Rebuilt {
  readonly pages: number;
  readonly changed: number;
}

/**
 * Builds a site anew with the program an earlier build kept: only pages that would look different are rendered. The
 * result is the same to the byte as that of a whole build. Gives nothing, and has changed nothing, where only a
 * whole build will do: when a page came or went, or somebody touched the folder.
 */
export async function rebuildSite(
  site: Site,
  kept: KeptBuild,
  { keptIn, outFolder, worker }: RebuildPlace,
): Promise<Rebuilt | undefined> {
  const files = new Map(kept.files);
  if (kept.hasMermaid !== needsMermaid(site) || !(await isUntouched(outFolder, files))) return undefined;
  const before = new Map(kept.pages.map((page) => [page.pathname, page]));
  if (!hasPagesOf(site, before)) return undefined;
  const program = await openProgram(kept, programFolder(keptIn));
  if (program === undefined) return undefined;
  await forgetKeptBuild(keptIn);
  const keysBefore = new Map(kept.keys);
  worker.write({ data: site.data, folder: outFolder, known: files, keys: keysBefore });
  const paths = ((await new StaticPaths(program as never).getAll()) as PagePath[]).map((path) => ({
    ...path,
    pathname: pageName(path.pathname),
  }));
  const output = openOutputFolder(outFolder, files);
  const isSame = ({ pathname, cacheKey }: PagePath) =>
    cacheKey !== undefined && before.get(pathname)?.cacheKey === cacheKey;
  const address = `${kept.origin}${site.settings.base}`;
  const changed = await renderPages(
    program,
    paths.filter((path) => !isSame(path)),
    address,
    output,
  );
  const unchanged = new Map(
    kept.pages.flatMap(({ pathname, built }) => (changed.has(pathname) ? [] : [[pathname, built] as const])),
  );
  const pathnames = kept.pages.map(({ pathname }) => pathname);
  const finished = await finishSite({ site, output, pathnames, unchanged, besidePages: worker });
  tellBroken(finished.broken);
  const keys = new Map(paths.map(({ pathname, cacheKey }) => [pathname, cacheKey]));
  await writeKeptBuild(keptIn, {
    ...kept,
    pages: keptPages(finished.pages, keys),
    keys: [...finished.keys],
    files: await filesOf(outFolder, new Map([...files, ...finished.written])),
  });
  return { pages: pathnames.length, changed: changed.size };
}

/** Whether the pages that the handbook decides on are those there were. */
function hasPagesOf(site: Site, before: ReadonlyMap<string, KeptPage>): boolean {
  const decided = [
    ...[...site.processes.keys()].map((id) => `processes/${id}/`),
    ...[...site.handbook.roles.keys()].map((id) => `roles/${id}/`),
    ...[...processesByArea(site).keys()].map((id) => `areas/${id}/`),
  ];
  const known = [...before.keys()].filter((name) => /^(?:processes|roles|areas)\/./.test(name));
  return decided.length === known.length && decided.every((name) => before.has(name));
}

/** Renders pages, and says which of them came out otherwise than before. */
async function renderPages(
  program: PageProgram,
  paths: readonly PagePath[],
  address: string,
  output: OutputFolder,
): Promise<Set<string>> {
  const changed = new Set<string>();
  for (const { pathname, route } of paths) {
    const response = await program.render(new Request(`${address}${pathname}`), { routeData: route });
    if (await output.write(fileOfPage(pathname), await response.text())) changed.add(pathname);
  }
  return changed;
}

/** Starts the program; nothing when it cannot be started from where it is kept. */
async function openProgram(
  { entry, styles, origin }: KeptBuild,
  folder: string,
): Promise<PageProgram | undefined> {
  try {
    const { app } = (await import(pathToFileURL(join(folder, entry)).href)) as { app: PageProgram };
    app.setInternals({ pagesByKeys: new Map(styles.map(([key, own]) => [key, { styles: [...own] }])) });
    const destination = { write: () => true };
    app.setOptions({
      origin,
      settings: { scripts: [] },
      logger: { options: { destination, level: "error" } },
    });
    return app;
  } catch {
    return undefined;
  }
}
