import { existsSync } from "node:fs";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { InternalError } from "../../core/problem.ts";
import { currentSite, loadedSite } from "../content/handbook-store.ts";
import { type SiteWriter, startSiteWriter } from "../output/site-writer.ts";
import { needsMermaid } from "../output/write-mermaid.ts";
import {
  buildKey,
  forgetKeptBuild,
  type KeptBuild,
  keptFolderOf,
  programFolder,
  writeKeptBuild,
} from "../rebuild/kept-build.ts";
import { type PageProgram, pathsOf, renderPage } from "../rebuild/page-program.ts";
import type { ProgramFrame } from "../rebuild/program-frame.ts";
import { tellBroken } from "../rebuild/tell-broken.ts";

/** The program that Astro's own renderer has at hand, and what that was told. */
interface AstroProgram extends PageProgram {
  getOptions(): {
    readonly origin: string;
    readonly allPages: Readonly<Record<string, { readonly styles: readonly unknown[] }>>;
    readonly settings: { readonly scripts: readonly unknown[] };
    /** The pages Astro counts. */
    readonly pageNames: string[];
  };
}

/**
 * Renders the pages with the program that Astro bundles, has the site written on another core meanwhile, and keeps
 * the program for the next build. A link that leads nowhere ends the build.
 */
export function renderPages(frame: ProgramFrame): AstroIntegration {
  let outFolder = "";
  let writer: SiteWriter | undefined;
  let program: AstroProgram | undefined;
  let kept: Pick<KeptBuild, "entry" | "origin" | "styles"> | undefined;
  let pathnames: readonly string[] = [];
  const keptIn = () => keptFolderOf(currentSite().settings, outFolder);
  return {
    name: "handrail-render-pages",
    hooks: {
      "astro:config:done": ({ config }) => {
        outFolder = fileURLToPath(config.outDir);
      },
      "astro:build:setup": async () => {
        // Astro has emptied the folder by now, and sets up one bundle after the other.
        if (writer !== undefined) return;
        const { site } = await loadedSite();
        if (site === undefined) return;
        forgetKeptBuild(keptIn());
        // What a build that was interrupted has left there would pass for a part of the new program.
        for (const place of programPlaces(outFolder)) await rm(place, { recursive: true, force: true });
        await mkdir(outFolder, { recursive: true });
        writer = startSiteWriter(site.data, outFolder, keptIn());
      },
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((own) => ({
          ...own,
          // Astro renders and writes page after page on one core, so it is told of none.
          getStaticPaths: async () => {
            program = (own as { app?: AstroProgram }).app;
            if (program === undefined || writer === undefined)
              throw new InternalError("Astro bundled no program that renders pages.");
            pathnames = await renderAll(program, writer);
            return [];
          },
          teardown: async () => {
            await own.teardown?.();
            if (program !== undefined) kept = await keepProgram(program, outFolder, keptIn());
          },
        }));
      },
      "astro:build:done": async () => {
        if (writer === undefined) throw new InternalError("Astro bundled nothing before it was done.");
        const { broken, pageKeys } = await writer.finish(pathnames);
        tellBroken(broken);
        if (kept === undefined) return;
        const site = currentSite();
        writeKeptBuild(keptIn(), {
          ...kept,
          key: buildKey(site.settings, outFolder, frame),
          pageKeys: [...pageKeys],
          hasMermaid: needsMermaid(site),
        });
      },
    },
  };
}

/** Has every page written; gives their addresses under the base path. */
async function renderAll(program: AstroProgram, writer: SiteWriter): Promise<string[]> {
  const { origin, pageNames } = program.getOptions();
  const paths = await pathsOf(program);
  const address = `${origin}${currentSite().settings.base}`;
  for (const path of paths) writer.writePage(path.pathname, await renderPage(program, address, path));
  const pathnames = paths.map(({ pathname }) => pathname);
  pageNames.push(...pathnames);
  return pathnames;
}

/** Where Astro puts the program: into the folder of the site, or its own where that lies elsewhere. */
function programPlaces(outFolder: string): string[] {
  return [join(outFolder, ".prerender"), resolve(".astro/.prerender")];
}

/** Copies the program before Astro removes it; nothing where it needs more than we know how to give it. */
async function keepProgram(
  program: AstroProgram,
  outFolder: string,
  keptIn: string,
): Promise<Pick<KeptBuild, "entry" | "origin" | "styles"> | undefined> {
  const { origin, allPages, settings } = program.getOptions();
  if (settings.scripts.length > 0) return undefined;
  const source = programPlaces(outFolder).find((folder) => existsSync(folder));
  if (source === undefined) return undefined;
  const entry = (await readdir(source)).find((name) => /^prerender-entry\..*\.mjs$/.test(name));
  if (entry === undefined) return undefined;
  const target = programFolder(keptIn);
  await rm(target, { recursive: true, force: true });
  await cp(source, target, { recursive: true });
  return { entry, origin, styles: Object.entries(allPages).map(([key, { styles }]) => [key, styles]) };
}
