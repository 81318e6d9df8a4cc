import type { IncomingMessage, ServerResponse } from "node:http";
import { resolve } from "node:path";
import sirv from "sirv";
import type { RunsFile } from "../../core/metrics/index.ts";
import { hasErrors, type Problem } from "../../core/problem.ts";
import { problemLines } from "../../core/text/index.ts";
import { cacheKey } from "../../disk/index.ts";
import { attachedFolder } from "../data/attached-files.ts";
import type { SiteSettings } from "../data/settings.ts";
import type { Site } from "../data/site.ts";
import { InputError } from "../input-error.ts";
import { attachedOnDisk } from "../output/attached-on-disk.ts";
import { brandFiles } from "../output/brand-files.ts";
import type { PageProgram } from "../program/page-program.ts";
import { answerRequest } from "./answer-request.ts";
import { createEventStream } from "./event-stream.ts";
import { liveEventsPath } from "./live-events-path.ts";
import { createLiveSearch } from "./live-search.ts";
import { createLiveSite } from "./live-site.ts";
import { requestPath } from "./request-path.ts";
import { type SiteAnswers, siteAnswers } from "./site-answers.ts";
import { watchHandbook } from "./watch-handbook.ts";

/** How a handbook is served live. */
export interface LiveOptions {
  /** The moment it is, an ISO instant. */
  readonly now: () => string;
  /**
   * Whether all of people and runs is shown, as on one's own machine or behind a login; else handbook.yml decides, as for
   * published pages.
   */
  readonly showsEverything?: boolean;
  /** Hears of problems in the handbook, and of what went wrong while it was read; what was shown stays. */
  readonly onProblem: (message: string) => void;
  /** Hears that the pages are new. */
  readonly onNew?: () => void;
}

/** A handbook whose pages are rendered when they are asked for, from its files and runs as they stand. */
export interface LiveHandbook {
  /** Answers a request for anything under the base path of the settings, and everything else with “not here”. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Shows other runs; open pages follow. */
  showRuns(runs: RunsFile): Promise<void>;
  /** The repository whose runs it shows, `owner/name`; nothing while it shows none, or nobody said which. */
  runsRepository(): Promise<string | undefined>;
  /** Shows nothing new any more, and tidies up; done when nothing of it is left. */
  close(): Promise<void>;
}

/** The search index can wait until nobody has saved anything for a moment; pages cannot. */
const searchDelayMilliseconds = 400;

/**
 * Serves the handbook that the settings name: pages follow its files as they are saved and committed, and open ones load
 * themselves anew. A process with errors is left out and told. Throws an InputError with all problems where nothing could be shown.
 */
export async function createLiveHandbook(
  program: PageProgram,
  settings: SiteSettings,
  { now, showsEverything, onProblem, onNew }: LiveOptions,
): Promise<LiveHandbook> {
  const { base, cacheFolder, handbookFolder } = settings;
  const events = createEventStream();
  const workshops = resolve(cacheFolder, "handrail/live", cacheKey(resolve(handbookFolder)).slice(0, 16));
  const search = createLiveSearch(program.guide, workshops, (error) => onProblem(String(error)));
  let searchTimer: NodeJS.Timeout | undefined;
  const answersOf = new WeakMap<Site, SiteAnswers>();
  const site = createLiveSite({ settings, programId: program.id, showsEverything }, now, (newSite) => {
    answersOf.set(newSite, siteAnswers(newSite, program));
    events.tell();
    onNew?.();
    clearTimeout(searchTimer);
    searchTimer = setTimeout(() => void search.show(newSite), searchDelayMilliseconds);
  });
  const tellProblems = (problems: readonly Problem[]) => {
    if (hasErrors(problems)) onProblem(problemLines(problems));
  };
  const refresh = () => site.refresh().then(tellProblems, (error) => onProblem(messageOf(error)));
  // Before it is read: what is saved meanwhile would be missed.
  const stopWatching = await watchHandbook(handbookFolder, refresh);
  const close = async () => {
    stopWatching();
    clearTimeout(searchTimer);
    events.close();
    await search.close();
  };
  const first = await site.refresh();
  const shown = await site.now();
  if (!shown) {
    await close();
    throw new InputError(problemLines(first), "Nothing can be shown until these are mended");
  }
  void search.show(shown);
  tellProblems(first);
  const serve = serveFolders(program, handbookFolder, search.folder);
  return {
    handle: (request, response) => {
      const answer = async () => {
        const path = requestPath(request.url, base);
        const current = await site.now();
        const answers = current && answersOf.get(current);
        if (answers === undefined || path === undefined) return void response.writeHead(404).end();
        if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405).end();
        if (path === liveEventsPath) return events.add(response);
        const own = brandFile(current, path) ?? attachedFile(current, path);
        await serve(request, response, path, own, () => answerRequest(request, response, answers, path));
      };
      answer().catch((error: unknown) => {
        onProblem(messageOf(error));
        if (response.headersSent) response.destroy();
        else response.writeHead(500, { "content-type": "text/plain" }).end("This page cannot be shown.\n");
      });
    },
    showRuns: async (runs) => tellProblems(await site.showRuns(runs)),
    runsRepository: async () => {
      const current = await site.now();
      if (!current?.shows.runs) return undefined;
      return current.settings.repository ?? current.handbook.config.repository;
    },
    close,
  };
}

type Next = () => Promise<void>;

/** Serves files of the page program and of the search index; hands everything else on. */
function serveFolders(
  { clientFolder, mermaidFolder }: PageProgram,
  handbookFolder: string,
  searchFolder: () => Promise<string>,
) {
  const brand = sirv(handbookFolder, { dev: true, etag: true });
  const client = sirv(clientFolder, { etag: true });
  const mermaid = sirv(mermaidFolder, { etag: true });
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    own: string | undefined,
    next: Next,
  ) => {
    const serve = async (handler: ReturnType<typeof sirv>, file: string) => {
      request.url = `/${file}`;
      await new Promise<void>((done, fail) => {
        response.once("close", done);
        handler(request, response, () => next().then(done, fail));
      });
    };
    if (own !== undefined) return serve(brand, own);
    if (/^pagefind(?:-\d+)?\//.test(path))
      return serve(sirv(await searchFolder(), { dev: true, etag: true }), path);
    if (path.startsWith("mermaid/")) return serve(mermaid, path.slice("mermaid/".length));
    return path.endsWith("/") || path === "" ? next() : serve(client, path);
  };
}

/** The file within the handbook's folder that `theme:` names and this path asks for; nothing for every other path. */
function brandFile(site: Site | undefined, path: string): string | undefined {
  const name = site?.brand.files.find(([at]) => at === path)?.[1];
  try {
    return site && name && brandFiles(site).some(([at]) => at === path) ? name : undefined;
  } catch {
    return undefined;
  }
}

/** The file within the handbook's folder that a text shows and this path asks for; nothing for every other path. */
function attachedFile(site: Site | undefined, path: string): string | undefined {
  if (site === undefined || !path.startsWith(attachedFolder)) return undefined;
  const name = path.slice(attachedFolder.length);
  return attachedOnDisk(name, site) === undefined ? undefined : name;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
