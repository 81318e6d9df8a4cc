import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { StaticPaths } from "astro/runtime/prerender/static-paths.js";
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

/** Every page of the site. */
export async function pathsOf(program: PageProgram): Promise<PagePath[]> {
  const paths = (await new StaticPaths(program as never).getAll()) as PagePath[];
  return paths.map(({ pathname, route }) => ({ pathname: pageName(pathname), route }));
}

/** The HTML of a page. `address` is that of the home page. */
export async function renderPage(program: PageProgram, address: string, path: PagePath): Promise<string> {
  const request = new Request(`${address}${path.pathname}`);
  const response = await program.render(request, { routeData: path.route });
  return response.text();
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
