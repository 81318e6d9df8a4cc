import { readFile } from "node:fs/promises";
import { enableCompileCache } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { SiteSettings } from "./data/settings.ts";

// Astro and the workers find the cache of compiled modules where the environment says it is.
process.env["NODE_COMPILE_CACHE"] ??= join(tmpdir(), "node-compile-cache");
// The YAML parser and others look at the environment at every turn, which is slow while Node asks the system for it.
process.env = { ...process.env };
enableCompileCache();
// Building a handbook tells nobody.
process.env["ASTRO_TELEMETRY_DISABLED"] ??= "1";

const { readSettings } = await import("./data/settings.ts");
const { buildKey, keptFolderOf, readKeptBuild } = await import("./rebuild/kept-build.ts");

/**
 * Builds the handbook site, with the environment variables docs/going-live.md lists: what an earlier build left is used
 * where that gives the same, else Astro builds everything.
 */
const outFolder = resolve(process.env["HANDRAIL_OUT"] ?? "dist");
try {
  const settings = readSettings(process.env, () => new Date().toISOString());
  if (!(await rebuild(settings))) await buildWithAstro();
} catch (error) {
  const { failureText } = await import("./tell-failure.ts");
  process.stderr.write(failureText(error));
  process.exit(1);
}

async function rebuild(settings: SiteSettings): Promise<boolean> {
  const keptIn = keptFolderOf(settings, outFolder);
  const kept = readKeptBuild(keptIn);
  if (kept === undefined) return false;
  const { programFrame } = await import("./rebuild/program-frame.ts");
  const handbookFile = await readFile(join(settings.handbookFolder, "handbook.yml"), "utf8").catch(() => "");
  if (kept.key !== buildKey(settings, outFolder, programFrame(handbookFile, settings))) return false;
  const { beginLoading, loadedSite } = await import("./content/handbook-store.ts");
  const { loadSite } = await import("./content/load-site.ts");
  beginLoading(() => loadSite(settings));
  const { site } = await loadedSite();
  // A handbook with errors is told by the whole build, which ends before it touches anything.
  if (site === undefined) return false;
  const { rebuildSite } = await import("./rebuild/rebuild-site.ts");
  const rebuilt = await rebuildSite(site, kept, outFolder, keptIn);
  if (rebuilt === undefined) return false;
  process.stdout.write(`${rebuilt.changed} of ${rebuilt.pages} pages changed.\n`);
  return true;
}

async function buildWithAstro(): Promise<void> {
  const { build } = await import("astro");
  await build({});
}
