import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeOwnFolder, type OwnFolder } from "../../disk/index.ts";
import type { Site } from "../data/site.ts";
import { beginSearchIndex, type SearchIndexing, searchFolder } from "../output/search-index.ts";
import type { GuideText } from "../search/guide-text.ts";

/** The search index of a site that changes. */
export interface LiveSearch {
  /** Makes the index of a site, and shows it when it is whole; until then the last one stays. */
  show(site: Site): Promise<void>;
  /** The folder that holds those of the index that is shown; waits while there is none yet. */
  folder(): Promise<string>;
  /** Makes no more, and removes what was made; done when nothing is left. */
  close(): Promise<void>;
}

/**
 * Makes indexes one after the other, in a folder of its own within the one for such folders: others may serve the same handbook at the
 * same time. `onFailure` hears when one could not be made.
 */
export function createLiveSearch(
  guide: readonly GuideText[],
  workshops: string,
  onFailure: (error: unknown) => void,
): LiveSearch {
  let own: OwnFolder | undefined;
  let keys: readonly string[] = [];
  let making: Promise<void> = Promise.resolve();
  let indexing: SearchIndexing | undefined;
  let isClosed = false;
  const shownIn = () => join(own?.path ?? workshops, "shown");
  const make = async (site: Site) => {
    if (isClosed) return;
    own ??= makeOwnFolder(workshops);
    indexing = beginSearchIndex(site, guide, own.path, keys);
    for (const [part, made] of (await indexing.folders).entries()) {
      if (made === undefined) continue;
      const place = join(shownIn(), searchFolder(part));
      rmSync(place, { recursive: true, force: true });
      mkdirSync(shownIn(), { recursive: true });
      renameSync(made, place);
    }
    keys = indexing.keys;
  };
  return {
    show: (site) => {
      making = making
        .then(() => make(site))
        .catch((error: unknown) => {
          if (!isClosed) onFailure(error);
        });
      return making;
    },
    folder: async () => {
      if (keys.length === 0 || !existsSync(shownIn())) await making;
      return shownIn();
    },
    close: async () => {
      isClosed = true;
      await indexing?.giveUp();
      await making;
      own?.remove();
    },
  };
}
