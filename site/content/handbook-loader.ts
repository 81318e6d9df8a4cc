import { resolve } from "node:path";
import type { Loader, LoaderContext } from "astro/loaders";
import { hasErrors } from "../../core/problem.ts";
import { problemLines } from "../data/problem-lines.ts";
import { readHandbook } from "../data/read-handbook.ts";
import { readSettings } from "../data/settings.ts";
import { keepSite } from "./handbook-store.ts";
import { makeSite } from "./make-site.ts";

/**
 * Astro's way to the handbook: one entry a process, and the whole site kept for the pages. A handbook with
 * errors ends the build with what `check` prints; while the development server runs, the last sound one stays.
 */
export function handbookLoader(): Loader {
  return {
    name: "handrail-handbook",
    load: async (context) => {
      const { watcher } = context;
      if (!(await loadHandbook(context)) && watcher === undefined) process.exit(1);
      if (!watcher) return;
      const { handbookFolder } = readSettings(process.env, clock);
      const folder = resolve(handbookFolder);
      watcher.add(folder);
      watcher.on("all", (_event, path) => {
        if (path.startsWith(folder)) void loadHandbook(context);
      });
    },
  };
}

async function loadHandbook({ store, generateDigest }: LoaderContext): Promise<boolean> {
  const settings = readSettings(process.env, clock);
  const checked = await readHandbook(settings.handbookFolder);
  if (checked.handbook === undefined || hasErrors(checked.problems)) {
    process.stderr.write(problemLines(checked.problems));
    return false;
  }
  const site = await makeSite(checked.parsed, checked.handbook, settings);
  keepSite(site);
  store.clear();
  for (const [id, { definition, texts }] of site.processes) {
    const { title, summary, area } = definition;
    store.set({ id, data: { title, summary, area }, digest: generateDigest({ definition, texts }) });
  }
  return true;
}

function clock(): string {
  return new Date().toISOString();
}
