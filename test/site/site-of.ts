import { type HandbookFiles, parseHandbook } from "../../core/definition/index.ts";
import type { RunsFile } from "../../core/metrics/index.ts";
import { prepareFile } from "../../site/content/prepare-file.ts";
import { linkedTerms } from "../../site/data/linked-terms.ts";
import { makeSite } from "../../site/data/make-site.ts";
import { readSettings, type SiteSettings } from "../../site/data/settings.ts";
import type { MeantCommit, Site, SiteProcess } from "../../site/data/site.ts";
import { handbookOf } from "../builders.ts";

/** What a site is made from in a test, besides its files. */
export interface SiteOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly today?: string;
  readonly runs?: RunsFile;
  readonly history?: readonly MeantCommit[];
}

/** A site made from files in memory, on Monday 23 November 2026 unless something else is asked. */
export function siteOf(files: HandbookFiles, options: SiteOptions = {}): Site {
  const { environment = {}, today = "2026-11-23", runs, history = [] } = options;
  const settings: SiteSettings = readSettings(environment, () => `${today}T08:00:00Z`);
  const handbook = handbookOf(files);
  const roleTitles = Object.fromEntries([...handbook.roles].map(([id, { title }]) => [id, title]));
  const processes = new Map(
    parseHandbook(files).processes.map(({ path, id }): [string, SiteProcess] => {
      const { prepared } = prepareFile(
        { path, text: files.get(path) ?? "" },
        { base: settings.base, roleTitles, linkedTerms: linkedTerms(handbook.config.glossary) },
      );
      const definition = handbook.processes.get(id);
      if (prepared === undefined || definition === undefined)
        throw new Error(`${path} could not be prepared.`);
      return [id, { definition, ...prepared, history }];
    }),
  );
  return makeSite({
    settings,
    handbook,
    processes,
    runs: runs?.runs ?? [],
    lastSweepAt: runs?.lastSweepAt,
    runsWrittenAt: runs?.writtenAt,
    revision: "",
  });
}
