import { existsSync } from "node:fs";
import { cp, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { currentSite } from "../content/handbook-store.ts";
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
  const kept = () => keptFolderOf(currentSite().settings, outFolder);
  return {
    name: "handrail-finish",
    hooks: {
      "astro:config:done": ({ config }) => {
        outFolder = fileURLToPath(config.outDir);
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
        const finished = await finishSite({ site, output, pathnames, unchanged: new Map() });
        tellBroken(finished.broken);
        if (program === undefined) return;
        const keys = new Map(paths.map(({ pathname, cacheKey }) => [pageName(pathname), cacheKey]));
        await writeKeptBuild(kept(), {
          ...program,
          key: await buildKey(site.settings, outFolder, frame),
          pages: keptPages(finished.pages, keys),
          files: await filesOf(outFolder, output.written),
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
