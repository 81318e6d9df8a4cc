import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../data/site.ts";
import { beginSearchIndex, searchFolder } from "../output/search-index.ts";
import type { GuideText } from "../search/guide-text.ts";

/** The search index of a site that changes. */
export interface LiveSearch {
  /** Makes the index of a site, and shows it when it is whole; until then the last one stays. */
  show(site: Site): Promise<void>;
  /** The folder that holds those of the index that is shown; waits while there is none yet. */
  folder(): Promise<string>;
}

/** Makes indexes in a workshop, one after the other. `onFailure` hears when one could not be made. */
export function createLiveSearch(
  guide: readonly GuideText[],
  workshop: string,
  onFailure: (error: unknown) => void,
): LiveSearch {
  const shown = join(workshop, "shown");
  let keys: readonly string[] = [];
  let making: Promise<void> = Promise.resolve();
  const make = async (site: Site) => {
    const indexing = beginSearchIndex(site, guide, workshop, keys);
    for (const [part, made] of (await indexing.folders).entries()) {
      if (made === undefined) continue;
      const place = join(shown, searchFolder(part));
      rmSync(place, { recursive: true, force: true });
      mkdirSync(shown, { recursive: true });
      renameSync(made, place);
    }
    keys = indexing.keys;
  };
  return {
    show: (site) => {
      making = making.then(() => make(site)).catch(onFailure);
      return making;
    },
    folder: async () => {
      if (keys.length === 0 || !existsSync(shown)) await making;
      return shown;
    },
  };
}
