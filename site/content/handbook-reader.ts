import {
  defineHandbook,
  type Handbook,
  type HandbookFiles,
  namesBeside,
  type ProcessId,
  parseHandbook,
} from "../../core/definition/index.ts";
import { hasErrorsBesideProcesses, openParsedHandbook } from "../../core/handbook/index.ts";
import type { Problem } from "../../core/problem.ts";
import {
  cacheFolderOf,
  cacheKey,
  openFileCache,
  openKeptParser,
  readHandbookFolder,
} from "../../disk/index.ts";
import { linkedTerms } from "../data/linked-terms.ts";
import type { SiteSettings } from "../data/settings.ts";
import type { OwnPage } from "../data/site.ts";
import { InputError } from "../input-error.ts";
import { prepareOwnPages } from "./prepare-own-pages.ts";
import { type PrepareContext, type PreparedProcess, prepareProcess } from "./prepare-process.ts";

/**
 * A handbook that was read, checked and prepared. `handbook` holds the processes without errors; it is absent when anything beside
 * the processes has an error, or when there is none to show.
 */
export interface PreparedHandbook {
  /** The files as they were read. */
  readonly files: HandbookFiles;
  readonly problems: readonly Problem[];
  readonly handbook?: Handbook | undefined;
  /** Ids of the processes that are left out because their file has an error. */
  readonly broken: ReadonlySet<ProcessId>;
  /** The costly parts of pages, by path of the process file. */
  readonly prepared: ReadonlyMap<string, KeyedProcess>;
  readonly ownPages: ReadonlyMap<string, OwnPage>;
}

/** The costly parts of a page, and what names all they were made from. */
export interface KeyedProcess extends PreparedProcess {
  readonly key: string;
}

/** Reads a handbook as often as it is asked; what is as it was is neither parsed nor prepared again. */
export type HandbookReader = () => Promise<PreparedHandbook>;

/**
 * A reader of the handbook that the settings name. What is parsed and prepared is kept on disk too, for whoever reads it
 * with the same program: `programId` names that.
 */
export function createHandbookReader(settings: SiteSettings, programId: string): HandbookReader {
  const { handbookFolder, base, cacheFolder } = settings;
  const kept = cacheFolderOf(cacheFolder, handbookFolder);
  const opening = openFileCache<PreparedProcess>(`${kept}/prepared`);
  const openingParser = openKeptParser(`${kept}/parsed`, programId);
  return async () => {
    const [files, parser] = await Promise.all([readFolder(handbookFolder), openingParser]);
    const parsed = parseHandbook(files, parser.parse);
    await parser.keep();
    const context: PrepareContext = { base, ...surroundingsOf(files) };
    const { problems, handbook, broken } = openParsedHandbook(parsed, { root: handbookFolder });
    const cache = await opening;
    const surroundings = cacheKey(programId, JSON.stringify(context));
    const prepared = new Map<string, KeyedProcess>();
    for (const process of parsed.processes) {
      const definition = handbook.processes.get(process.id);
      // One that has an error has no page.
      if (definition?.path !== process.path) continue;
      const beside = namesBeside(definition, handbook.processes);
      const key = cacheKey(surroundings, process.path, files.get(process.path) ?? "", ...beside);
      const made = cache.get(key) ?? prepareProcess(process, definition, handbook.processes, context);
      prepared.set(process.path, { key, texts: made.texts, flow: made.flow });
    }
    await cache.keep(new Map([...prepared.values()].map(({ key, texts, flow }) => [key, { texts, flow }])));
    const isShown =
      !hasErrorsBesideProcesses({ parsed, problems, root: handbookFolder }) &&
      (broken.size === 0 || handbook.processes.size > 0);
    return {
      files,
      problems,
      handbook: isShown ? handbook : undefined,
      broken,
      prepared,
      ownPages: prepareOwnPages(parsed.pages, context),
    };
  };
}

async function readFolder(folder: string): Promise<HandbookFiles> {
  return readHandbookFolder(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "ENOENT") throw cause;
    throw new InputError(
      `There is no handbook folder ${folder}.`,
      "HANDRAIL_HANDBOOK names the folder; processes when it is not set.",
    );
  });
}

/** What pages of processes take from the handbook's other files. */
function surroundingsOf(files: HandbookFiles): Omit<PrepareContext, "base"> {
  const parsed = parseHandbook(new Map([...files].filter(([path]) => path.endsWith(".yml"))));
  const { config, roles } = defineHandbook(parsed, () => false);
  return {
    roleTitles: Object.fromEntries([...roles.values()].map(({ id, title }) => [id, title])),
    linkedTerms: linkedTerms(config.glossary),
  };
}
