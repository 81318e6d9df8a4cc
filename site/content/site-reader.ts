import type { Handbook, ProcessId } from "../../core/definition/index.ts";
import type { RunsFile } from "../../core/metrics/index.ts";
import { InternalError, type Problem } from "../../core/problem.ts";
import { type Commit, gitHead, gitHistory } from "../../disk/index.ts";
import { makeSite } from "../data/make-site.ts";
import { type SiteSettings, withOrigin } from "../data/settings.ts";
import { everything, shownData } from "../data/shown-data.ts";
import type { Site, SiteProcess } from "../data/site.ts";
import { changeMeanings, type ProcessChanges } from "./change-meanings.ts";
import { createHandbookReader, type PreparedHandbook } from "./handbook-reader.ts";

/** What reading a handbook gave: the site of its sound processes, or nothing when there is nothing to show. */
export interface LoadedSite {
  readonly problems: readonly Problem[];
  /** Ids of the processes that are left out because their file has an error. */
  readonly broken: ReadonlySet<ProcessId>;
  readonly site?: Site | undefined;
}

/** What of a site is not in the handbook. */
export interface SiteMoment {
  /** The moment it shows, as ISO text. */
  readonly now: string;
  /** The record of runs; absent while there is none. */
  readonly runs?: RunsFile | undefined;
}

/** Reads a site as often as it is asked; what has not changed is not worked out again. */
export type SiteReader = (moment: SiteMoment) => Promise<LoadedSite>;

/** Which site is read. */
export interface SiteSource {
  readonly settings: SiteSettings;
  /** Names the program that renders it. */
  readonly programId: string;
  /** Whether it shows all of people and runs, whatever handbook.yml says of published pages. */
  readonly showsEverything?: boolean | undefined;
}

/** A reader of the handbook that the settings name, and of its history. */
export function createSiteReader({ settings, programId, showsEverything }: SiteSource): SiteReader {
  const readHandbook = createHandbookReader(settings, programId);
  const readHistory = createHistoryReader(settings.handbookFolder);
  return async ({ now, runs }) => {
    // Git works while the handbook is read. Should both fail, the handbook is what to hear of.
    const history = readHistory();
    history.catch(() => {});
    const { files, problems, handbook, broken, prepared, ownPages } = await readHandbook();
    if (handbook === undefined) return { problems, broken };
    const changes = await changeMeanings(await history, { handbook, files }, settings, programId);
    const data = {
      settings: { ...withOrigin(settings, handbook.config.site), now },
      handbook,
      processes: processesOf(handbook, prepared, changes),
      ownPages,
      runs: (runs?.runs ?? []).toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1)),
      activity: runs?.activity ?? { proposals: [], agreements: [], confirmations: [] },
      lastSweepAt: runs?.lastSweepAt,
      runsWrittenAt: runs?.writtenAt,
    };
    return {
      problems,
      broken,
      site: makeSite(shownData(data, showsEverything ? everything : handbook.config.publish)),
    };
  };
}

function processesOf(
  handbook: Handbook,
  prepared: PreparedHandbook["prepared"],
  changes: ReadonlyMap<string, ProcessChanges>,
): Map<string, SiteProcess> {
  const processes = new Map<string, SiteProcess>();
  for (const definition of handbook.processes.values()) {
    const made = prepared.get(definition.path);
    if (made === undefined)
      throw new InternalError(`Nothing was prepared for ${definition.path}, which has no errors.`);
    processes.set(definition.id, {
      definition,
      ...made,
      ...(changes.get(definition.path) ?? { history: [] }),
    });
  }
  return processes;
}

/** A reader of what git tells; it tells nothing new until there is another commit. */
function createHistoryReader(folder: string): () => Promise<ReadonlyMap<string, readonly Commit[]>> {
  let known: { readonly head: string; readonly history: ReadonlyMap<string, readonly Commit[]> } | undefined;
  return async () => {
    const head = await gitHead(folder);
    if (known?.head !== head) known = { head, history: head === "" ? new Map() : await gitHistory(folder) };
    return known.history;
  };
}
