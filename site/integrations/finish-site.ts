import { existsSync } from "node:fs";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { InternalError } from "../../core/problem.ts";
import { currentSite, loadedSite } from "../content/handbook-store.ts";
import { type BesidePagesWorker, startBesidePagesWorker } from "../finish/begin-beside-pages.ts";
import { finishSite } from "../finish/finish-site.ts";
import { openOutputFolder } from "../finish/output-folder.ts";
import { needsMermaid } from "../finish/write-mermaid.ts";
import {
  buildKey,
  filesOf,
  forgetKeptBuild,
  type KeptBuild,
  keptFolderOf,
  keptPages,
  pageName,
  programFolder,
  writeKeptBuild,
} from "../rebuild/kept-build.ts";
import { tellBroken } from "../rebuild/tell-broken.ts";

type Prerenderer = Parameters<
  Parameters<NonNullable<AstroIntegration["hooks"]["astro:build:start"]>>[0]["setPrerenderer"]
>[0];
type AstroPrerenderer = Exclude<Prerenderer, (...args: never) => unknown>;

/** What Astro's own renderer is told; it says so to nobody, but has it at hand. */
interface RendererOptions {
  readonly origin: string;
  readonly allPages: Readonly<Record<string, { readonly styles: readonly unknown[] }>>;
  readonly settings: { readonly scripts: readonly unknown[] };
}

/**
 * Finishes a site when Astro has built its pages, and keeps the program that rendered them for the next build. A link
 * that leads nowhere ends the build.
 */
export function finishWithAstro(frame: readonly (string | undefined)[]): AstroIntegration {
  let outFolder = "";
  let program: Pick<KeptBuild, "entry" | "origin" | "styles"> | undefined;
  let paths: readonly { readonly pathname: string; readonly cacheKey?: string }[] = [];
  let besidePages: BesidePagesWorker | undefined;
  const kept = () => keptFolderOf(currentSite().settings, outFolder);
  return {
    name: "handrail-finish",
    hooks: {
      "astro:config:done": ({ config }) => {
        outFolder = fileURLToPath(config.outDir);
      },
      "astro:build:setup": async () => {
        // Astro has emptied the folder by now, and sets up one bundle after the other.
        if (besidePages !== undefined) return;
        const { site } = await loadedSite();
        if (site === undefined) return;
        await mkdir(outFolder, { recursive: true });
        const nothing = new Map<never, never>();
        besidePages = startBesidePagesWorker();
        besidePages.write({ data: site.data, folder: outFolder, known: nothing, keys: nothing });
      },
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((own) => ({
          ...own,
          getStaticPaths: async () => {
            const found = await own.getStaticPaths();
            paths = found;
            return found;
          },
          teardown: async () => {
            await own.teardown?.();
            program = await keepProgram(own, outFolder, kept());
          },
        }));
      },
      "astro:build:done": async ({ pages }) => {
        await forgetKeptBuild(kept());
        const site = currentSite();
        const output = openOutputFolder(outFolder);
        const pathnames = pages.map(({ pathname }) => pathname);
        if (besidePages === undefined) throw new InternalError("Astro bundled nothing before it was done.");
        const finished = await finishSite({ site, output, pathnames, unchanged: new Map(), besidePages });
        tellBroken(finished.broken);
        if (program === undefined) return;
        const keys = new Map(paths.map(({ pathname, cacheKey }) => [pageName(pathname), cacheKey]));
        await writeKeptBuild(kept(), {
          ...program,
          key: buildKey(site.settings, outFolder, frame),
          pages: keptPages(finished.pages, keys),
          files: await filesOf(outFolder, finished.written),
          keys: [...finished.keys],
          hasMermaid: needsMermaid(site),
        });
      },
    },
  };
}

/** Copies the program before Astro removes it; nothing where it needs more than we know how to give it. */
async function keepProgram(
  own: AstroPrerenderer,
  outFolder: string,
  kept: string,
): Promise<Pick<KeptBuild, "entry" | "origin" | "styles"> | undefined> {
  const { app } = own as AstroPrerenderer & { app?: { getOptions(): RendererOptions } };
  if (app === undefined) return undefined;
  const { origin, allPages, settings } = app.getOptions();
  if (settings.scripts.length > 0) return undefined;
  // Where Astro puts it: into the folder of the site, or its own where that lies elsewhere.
  const places = [join(outFolder, ".prerender"), resolve(".astro/.prerender")];
  const source = places.find((folder) => existsSync(folder));
  if (source === undefined) return undefined;
  const entry = (await readdir(source)).find((name) => /^prerender-entry\..*\.mjs$/.test(name));
  if (entry === undefined) return undefined;
  const target = programFolder(kept);
  await rm(target, { recursive: true, force: true });
  await cp(source, target, { recursive: true });
  return { entry, origin, styles: Object.entries(allPages).map(([key, { styles }]) => [key, styles]) };
}
