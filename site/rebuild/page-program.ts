import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { StaticPaths } from "astro/runtime/prerender/static-paths.js";
import { InternalError } from "../../core/problem.ts";
import { isNotFoundPage } from "../output/file-of-page.ts";
import { type KeptBuild, pageName, programFolder } from "./kept-build.ts";

/** What we use of the program that Astro bundles to render pages. */
export interface PageProgram {
  setInternals(internals: object): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: unknown }): Promise<Response>;
}

/** A page the program can render, by its address under the base path. */
export interface PagePath {
  readonly pathname: string;
  readonly route: unknown;
}

/** Every page of the site. Throws where two would have the same address. */
export async function pathsOf(program: PageProgram): Promise<PagePath[]> {
  const paths = (await new StaticPaths(program as never).getAll()) as PagePath[];
  const seen = new Set<string>();
  return paths.map(({ pathname, route }) => {
    const name = pageName(pathname);
    if (seen.has(name)) throw new InternalError(`There are two pages /${name}.`);
    seen.add(name);
    return { pathname: name, route };
  });
}

/** The HTML of a page. `address` is that of the home page. Throws, naming the page, where it cannot be rendered. */
export async function renderPage(
  program: PageProgram,
  address: string,
  { pathname, route }: PagePath,
): Promise<string> {
  try {
    const response = await program.render(new Request(`${address}${pathname}`), { routeData: route });
    if (response.ok || isNotFoundPage(pathname)) return await response.text();
    throw new Error(`The answer was ${response.status} ${response.statusText}.`);
  } catch (cause) {
    throw new InternalError(`The page /${pathname} cannot be rendered.`, { cause });
  }
}

/** Starts a program that was kept; nothing when it cannot be started from where it is. */
export async function openProgram(
  { entry, styles, origin }: KeptBuild,
  keptIn: string,
): Promise<PageProgram | undefined> {
  try {
    const file = pathToFileURL(join(programFolder(keptIn), entry)).href;
    const { app } = (await import(file)) as { app: PageProgram };
    app.setInternals({ pagesByKeys: new Map(styles.map(([key, own]) => [key, { styles: [...own] }])) });
    const destination = { write: () => true };
    app.setOptions({
      origin,
      settings: { scripts: [] },
      logger: { options: { destination, level: "error" } },
    });
    return app;
  } catch {
    return undefined;
  }
}
