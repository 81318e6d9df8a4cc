import {
  type Handbook,
  type HandbookFiles,
  namesBeside,
  type ProcessDefinition,
  type ProcessSource,
  type Publish,
  parseHandbook,
  parseProcess,
} from "../../core/definition/index.ts";
import type { RunsFile } from "../../core/metrics/index.ts";
import { prepareOwnPages } from "../../site/content/prepare-own-pages.ts";
import {
  type PrepareContext,
  type PreparedProcess,
  prepareProcess,
} from "../../site/content/prepare-process.ts";
import { linkedTerms } from "../../site/data/linked-terms.ts";
import { makeSite } from "../../site/data/make-site.ts";
import { readSettings, type SiteSettings } from "../../site/data/settings.ts";
import { everything, shownData } from "../../site/data/shown-data.ts";
import type { MeantCommit, Site, SiteProcess } from "../../site/data/site.ts";
import { handbookOf } from "../builders.ts";

/** What a site is made from in a test, besides its files. */
export interface SiteOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly today?: string;
  readonly runs?: RunsFile;
  readonly history?: readonly MeantCommit[];
  /** What of people and runs it shows; everything when left out. */
  readonly shows?: Publish;
}

const known = new Map<string, PreparedProcess>();

/** Many tests look at the same handbook on another day. */
function preparedOnce(
  source: ProcessSource,
  definition: ProcessDefinition,
  processes: Handbook["processes"],
  context: PrepareContext,
): PreparedProcess {
  const key = JSON.stringify([source, context, namesBeside(definition, processes)]);
  const prepared = known.get(key) ?? prepareProcess(parseProcess(source), definition, processes, context);
  known.set(key, prepared);
  return prepared;
}

/** A site made from files in memory, on Monday 23 November 2026 unless something else is asked. */
export function siteOf(files: HandbookFiles, options: SiteOptions = {}): Site {
  const { environment = {}, today = "2026-11-23", runs, history = [] } = options;
  const settings: SiteSettings = readSettings(environment, () => `${today}T08:00:00Z`);
  const handbook = handbookOf(files);
  const roleTitles = Object.fromEntries([...handbook.roles].map(([id, { title }]) => [id, title]));
  const context = { base: settings.base, roleTitles, linkedTerms: linkedTerms(handbook.config.glossary) };
  const processes = new Map(
    [...handbook.processes.values()].map((definition): [string, SiteProcess] => {
      const { id, path } = definition;
      const prepared = preparedOnce(
        { path, text: files.get(path) ?? "" },
        definition,
        handbook.processes,
        context,
      );
      const key = JSON.stringify([path, files.get(path), context]);
      return [id, { definition, key, ...prepared, history }];
    }),
  );
  const data = {
    settings,
    handbook,
    processes,
    ownPages: prepareOwnPages(parseHandbook(files).pages, context),
    runs: runs?.runs ?? [],
    activity: runs?.activity ?? { proposals: [], agreements: [], confirmations: [] },
    lastSweepAt: runs?.lastSweepAt,
    runsWrittenAt: runs?.writtenAt,
  };
  return makeSite(shownData(data, options.shows ?? everything));
}
