import { readFile } from "node:fs/promises";
import { civilToday } from "../../core/calendar/index.ts";
import type { Handbook } from "../../core/definition/index.ts";
import { workCalendarOf } from "../../core/holidays/index.ts";
import type { RunsFile } from "../../core/metrics/index.ts";
import { InternalError } from "../../core/problem.ts";
import { gitHistory, gitRevision } from "../../disk/index.ts";
import { type ProcessPage, processPage } from "../data/process-page.ts";
import type { SiteSettings } from "../data/settings.ts";
import type { Site, SiteProcess } from "../data/site.ts";
import { changeMeanings } from "./change-meanings.ts";
import type { PreparedProcess } from "./prepare-file.ts";

/** Puts together everything pages are made from: the handbook, its history in git, and the record of runs. */
export async function makeSite(
  handbook: Handbook,
  prepared: ReadonlyMap<string, PreparedProcess>,
  settings: SiteSettings,
): Promise<Site> {
  const [history, revision, runsFile] = await Promise.all([
    gitHistory(settings.handbookFolder),
    gitRevision(settings.handbookFolder),
    readRuns(settings.runsFile),
  ]);
  const changes = await changeMeanings(history, handbook, settings);
  const processes = new Map<string, SiteProcess>();
  for (const definition of handbook.processes.values()) {
    const { texts, flow } = prepared.get(definition.path) ?? missingPages(definition.path);
    processes.set(definition.id, { definition, texts, flow, history: changes.get(definition.path) ?? [] });
  }
  const pages = new Map<SiteProcess, ProcessPage>();
  const site: Site = {
    settings,
    handbook,
    processes,
    pageOf: (subject) => {
      const page = pages.get(subject) ?? processPage(subject, site);
      pages.set(subject, page);
      return page;
    },
    calendar: workCalendarOf(handbook.config),
    today: civilToday(settings.now, handbook.config.timeZone),
    runs: (runsFile?.runs ?? []).toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1)),
    lastSweepAt: runsFile?.lastSweepAt,
    runsWrittenAt: runsFile?.writtenAt,
    revision,
  };
  return site;
}

async function readRuns(file: string | undefined): Promise<RunsFile | undefined> {
  if (file === undefined) return undefined;
  try {
    return JSON.parse(await readFile(file, "utf8")) as RunsFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function missingPages(path: string): never {
  throw new InternalError(`Nothing was prepared for ${path}, which has no errors.`);
}
