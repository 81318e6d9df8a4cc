import { civilToday } from "../../core/calendar/index.ts";
import type { ProcessId } from "../../core/definition/index.ts";
import type { RunsFile } from "../../core/metrics/index.ts";
import type { Problem } from "../../core/problem.ts";
import { createSiteReader, type SiteSource } from "../content/site-reader.ts";
import type { Site } from "../data/site.ts";

/** A site that follows its handbook, its runs and the day. */
export interface LiveSite {
  /** The last sound site, of this very day; nothing while there was none. */
  now(): Promise<Site | undefined>;
  /** Reads the handbook anew. Gives its problems; where a process that was shown has an error now, what was shown stays. */
  refresh(): Promise<readonly Problem[]>;
  /** Shows other runs from now on. */
  showRuns(runs: RunsFile): Promise<readonly Problem[]>;
}

/** A site of which nothing was read yet. `clock` tells the moment; `onNew` hears of each new site. */
export function createLiveSite(
  source: SiteSource,
  clock: () => string,
  onNew: (site: Site) => void,
): LiveSite {
  const read = createSiteReader(source);
  let runs: RunsFile | undefined;
  let shown: Site | undefined;
  let reading: Promise<readonly Problem[]> = Promise.resolve([]);
  const readNow = async () => {
    const { problems, broken, site } = await read({ now: clock(), runs });
    const isLost = (id: ProcessId) => broken.has(id);
    if (site !== undefined && ![...(shown?.handbook.processes.keys() ?? [])].some(isLost)) {
      shown = site;
      onNew(site);
    }
    return problems;
  };
  /** One after the other, so that nobody is given an answer that is older than the question. */
  const refresh = () => {
    reading = reading.catch(() => []).then(readNow);
    return reading;
  };
  return {
    now: async () => {
      const isOld = shown && civilToday(clock(), shown.handbook.config.timeZone) !== shown.today;
      if (isOld) await refresh();
      return shown;
    },
    refresh,
    showRuns: (newRuns) => {
      runs = newRuns;
      return refresh();
    },
  };
}
