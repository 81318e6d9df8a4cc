import { notFoundPath, pagePaths } from "../data/page-paths.ts";
import type { Site } from "../data/site.ts";
import { machineFiles } from "../machine/machine-files.ts";
import { pageMarkdown } from "../machine/page-markdown.ts";
import { sitemap } from "../machine/sitemap.ts";
import { hasOwnMarkdown } from "../output/file-of-page.ts";
import type { PageProgram } from "../program/page-program.ts";

/** What a site answers to the paths of its pages and files for machines, each made when it is asked for. */
export interface SiteAnswers {
  /** Whether a page is there; a path under the base path, `a-z/`. */
  hasPage(path: string): boolean;
  /** The HTML of a page. */
  page(path: string): Promise<string>;
  /** A file for machines; nothing where there is none of that path. */
  file(path: string): Promise<string | undefined>;
}

/** The answers of a site as a program renders it. */
export function siteAnswers(site: Site, program: PageProgram): SiteAnswers {
  const paths = pagePaths(
    site,
    program.guide.map(({ id }) => id),
  );
  const pages = new Set(paths);
  let makers: ReadonlyMap<string, FileMaker> | undefined;
  const page = (path: string) => program.render(site, path, { isLive: true });
  return {
    hasPage: (path) => pages.has(path),
    page,
    file: async (path) => {
      // Whoever has just saved a file waits for a page, and mostly for none of these.
      makers ??= fileMakers(site, paths);
      const make = makers.get(path);
      if (make !== undefined) return make();
      const [, markdownOf] = /^(.*\/|)index\.md$/.exec(path) ?? [];
      const isTwin = markdownOf !== undefined && pages.has(markdownOf) && !hasOwnMarkdown(markdownOf);
      return isTwin ? pageMarkdown(await page(markdownOf)) : undefined;
    },
  };
}

type FileMaker = () => string | undefined;

/** What makes each file for machines, by its path. */
function fileMakers(site: Site, pages: readonly string[]): Map<string, FileMaker> {
  const makers = new Map<string, FileMaker>();
  for (const { paths, files } of machineFiles(site))
    for (const path of paths) makers.set(path, () => [...files()].find((file) => file.path === path)?.text);
  for (const { path, text } of sitemap([...pages, notFoundPath], site.settings)) makers.set(path, () => text);
  return makers;
}
