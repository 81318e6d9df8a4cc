import type { Loader, LoaderContext } from "astro/loaders";
import { type LoadedSite, loadedSite, reload } from "./handbook-store.ts";

/**
 * Astro's way to the handbook: one entry a process. A handbook with errors ends the build with what `check`
 * prints; while the development server runs, the last sound one stays.
 */
export function handbookLoader(): Loader {
  return {
    name: "handrail-handbook",
    load: async (context) => {
      const { watcher } = context;
      const first = await loadedSite();
      if (!(await fillStore(first, context)) && watcher === undefined) process.exit(1);
      const folder = first.site?.settings.handbookFolder;
      if (!watcher || folder === undefined) return;
      watcher.add(folder);
      watcher.on("all", async (_event, path) => {
        if (path.includes(folder)) await fillStore(await reload(), context);
      });
    },
  };
}

async function fillStore(
  { site, problems }: LoadedSite,
  { store, generateDigest }: LoaderContext,
): Promise<boolean> {
  if (site === undefined) {
    // Astro transforms whatever this file imports at every build, so words are imported only when they are needed.
    const { problemLines } = await import("../../core/text/index.ts");
    process.stderr.write(problemLines(problems));
    return false;
  }
  store.clear();
  for (const [id, { definition }] of site.processes) {
    const { title, summary, area } = definition;
    const data = { title, summary, area };
    store.set({ id, data, digest: generateDigest(data) });
  }
  return true;
}
