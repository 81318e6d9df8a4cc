import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { InternalError } from "../../core/problem.ts";
import { notFoundPath } from "../data/page-paths.ts";
import type { Site } from "../data/site.ts";
import type { GuideText } from "../search/guide-text.ts";

/** What `make-page-program.ts` says of a program in its `program.json`. */
export interface ProgramFacts {
  /** Names everything it was made from. */
  readonly id: string;
  /** The guide, which pages show and search finds. */
  readonly guide: readonly GuideText[];
}

/** The program that renders the pages of any handbook. */
export interface PageProgram extends ProgramFacts {
  /** Files that stand beside the pages of every site, by their paths. */
  readonly clientFolder: string;
  /** Mermaid, for sites that have it draw a diagram in the browser. */
  readonly mermaidFolder: string;
  /** The HTML of a page, by its path under the base path. Throws, naming the page, where it cannot be rendered. */
  render(site: Site, path: string, options?: RenderOptions): Promise<string>;
}

/** How a page is rendered. */
export interface RenderOptions {
  /** Whether the page loads itself anew when it has changed; false when left out. */
  readonly isLive?: boolean;
}

/** The entry that Astro bundled: `entry.ts` beside this file. */
interface ProgramEntry {
  render(path: string, locals: object): Promise<Response>;
}

/** Opens the program in a folder that `make-page-program.ts` has made. Its modules are loaded when a page is first rendered. */
export async function openPageProgram(folder: string): Promise<PageProgram> {
  const facts = JSON.parse(readFileSync(join(folder, "program.json"), "utf8")) as ProgramFacts;
  const address = pathToFileURL(resolve(folder, "server/entry.mjs")).href;
  let entry: Promise<ProgramEntry> | undefined;
  return {
    ...facts,
    clientFolder: join(folder, "client"),
    mermaidFolder: join(folder, "mermaid"),
    render: async (site, path, { isLive = false } = {}) => {
      const { base } = site.settings;
      entry ??= import(address) as Promise<ProgramEntry>;
      const response = await (await entry).render(`/${path}`, { site, path: `${base}${path}`, isLive });
      const html = await response.text();
      if (!response.ok && path !== notFoundPath)
        throw new InternalError(`The page /${path} cannot be rendered: ${response.status}.`);
      return underBase(html, base);
    },
  };
}

/** Files of the program stand in tags of its own making, where no text of a handbook comes. */
const programFile = /(<(?:link|script)\b[^<>]* (?:href|src)=")\/(?=_astro\/)/g;

/** The program knows no base path: what it asks for itself is moved below it. All other addresses come with the site. */
function underBase(html: string, base: string): string {
  return base === "/" ? html : html.replace(programFile, `$1${base}`);
}
