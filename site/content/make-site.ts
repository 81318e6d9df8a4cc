import { readFile } from "node:fs/promises";
import type { Handbook, ParsedHandbook } from "../../core/definition/index.ts";
import { workCalendarOf } from "../../core/holidays/index.ts";
import type { RunRecord, RunsFile } from "../../core/metrics/index.ts";
import { civilToday } from "../../core/run/index.ts";
import { gitHistory, gitRevision } from "../../disk/index.ts";
import type { SiteSettings } from "../data/settings.ts";
import type { Site, SiteProcess } from "../data/site.ts";
import { prepareProcess } from "./prepare-process.ts";

/** Puts together everything pages are made from: the handbook, its history in git, and the record of runs. */
export async function makeSite(
  parsed: ParsedHandbook,
  handbook: Handbook,
  settings: SiteSettings,
): Promise<Site> {
  const [history, revision, runs] = await Promise.all([
    gitHistory(settings.handbookFolder),
    gitRevision(settings.handbookFolder),
    readRuns(settings.runsFile),
  ]);
  const roleTitle = (role: string) => handbook.roles.get(role)?.title ?? role;
  const processes = new Map<string, SiteProcess>();
  for (const subject of parsed.processes) {
    const definition = handbook.processes.get(subject.id);
    if (definition === undefined) continue;
    processes.set(definition.id, {
      definition,
      ...prepareProcess(subject, definition, roleTitle, settings.base),
      history: history.get(definition.path) ?? [],
    });
  }
  return {
    settings,
    handbook,
    processes,
    calendar: workCalendarOf(handbook.config),
    today: civilToday(settings.now, handbook.config.timeZone),
    runs,
    revision,
  };
}

async function readRuns(file: string | undefined): Promise<RunRecord[]> {
  if (file === undefined) return [];
  try {
    const { runs } = JSON.parse(await readFile(file, "utf8")) as RunsFile;
    return runs.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
