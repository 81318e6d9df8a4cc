import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../data/site.ts";
import { beginSearchIndex } from "../output/search-index.ts";
import type { GuideText } from "../search/guide-text.ts";

/** The search index of a site that changes. */
export interface LiveSearch {
  /** Makes the index of a site, and shows it when it is whole; until then the last one stays. */
  show(site: Site): Promise<void>;
  /** The folder of the index that is shown; waits while there is none yet. */
  folder(): Promise<string>;
}

/** Makes indexes in a workshop, one after the other. `onFailure` hears when one could not be made. */
export function createLiveSearch(
  guide: readonly GuideText[],
  workshop: string,
  onFailure: (error: unknown) => void,
): LiveSearch {
  const shown = join(workshop, "shown");
  let key: string | undefined;
  let making: Promise<void> = Promise.resolve();
  const make = async (site: Site) => {
    const indexing = beginSearchIndex(site, guide, workshop, key);
    const made = await indexing.folder;
    key = indexing.key;
    if (made === undefined) return;
    rmSync(shown, { recursive: true, force: true });
    renameSync(made, shown);
  };
  return {
    show: (site) => {
      making = making.then(() => make(site)).catch(onFailure);
      return making;
    },
    folder: async () => {
      if (key === undefined || !existsSync(shown)) await making;
      return shown;
    },
  };
}
