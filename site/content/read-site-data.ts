import { readFile } from "node:fs/promises";
import type { RunsFile } from "../../core/metrics/index.ts";
import { InternalError, type Problem } from "../../core/problem.ts";
import { type Commit, gitHistory, gitRevision } from "../../disk/index.ts";
import { type SiteSettings, withOrigin } from "../data/settings.ts";
import type { SiteData, SiteProcess } from "../data/site.ts";
import { InputError } from "../input-error.ts";
import { changeMeanings } from "./change-meanings.ts";
import { type PreparedHandbook, readSiteHandbook } from "./read-site-handbook.ts";

interface Past {
  readonly history: ReadonlyMap<string, readonly Commit[]>;
  readonly revision: string;
  readonly runsFile: RunsFile | undefined;
}

/** Reads the handbook, its history in git, and the record of runs. `data` is absent when a problem is an error. */
export async function readSiteData(
  settings: SiteSettings,
): Promise<{ readonly problems: readonly Problem[]; readonly data?: SiteData | undefined }> {
  // Git works while the handbook is read. Should both fail, the handbook is what to hear of.
  const reading = readPast(settings);
  reading.catch(() => {});
  const read = await readSiteHandbook(settings);
  const { problems, handbook } = read;
  if (handbook === undefined) return { problems };
  return { problems, data: await siteData({ ...read, handbook }, await reading, settings) };
}

async function siteData(
  { handbook, prepared }: PreparedHandbook & Pick<SiteData, "handbook">,
  { history, revision, runsFile }: Past,
  settings: SiteSettings,
): Promise<SiteData> {
  const changes = await changeMeanings(history, handbook, settings);
  const processes = new Map<string, SiteProcess>();
  for (const definition of handbook.processes.values()) {
    const { key, texts, flow } = prepared.get(definition.path) ?? missingPages(definition.path);
    processes.set(definition.id, {
      definition,
      key,
      texts,
      flow,
      history: changes.get(definition.path) ?? [],
    });
  }
  return {
    settings: withOrigin(settings, handbook.config.site),
    handbook,
    processes,
    runs: (runsFile?.runs ?? []).toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1)),
    lastSweepAt: runsFile?.lastSweepAt,
    runsWrittenAt: runsFile?.writtenAt,
    revision,
  };
}

async function readPast({ handbookFolder, runsFile }: SiteSettings): Promise<Past> {
  const [history, revision, runs] = await Promise.all([
    gitHistory(handbookFolder),
    gitRevision(handbookFolder),
    readRuns(runsFile),
  ]);
  return { history, revision, runsFile: runs };
}

async function readRuns(file: string | undefined): Promise<RunsFile | undefined> {
  if (file === undefined) return undefined;
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as RunsFile;
  } catch (cause) {
    const message = `The record of runs is no JSON: ${(cause as Error).message}`;
    throw new InputError(message, "Write it anew with: npm run handrail -- report --format json", file);
  }
}

function missingPages(path: string): never {
  throw new InternalError(`Nothing was prepared for ${path}, which has no errors.`);
}
