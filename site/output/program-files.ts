import { join } from "node:path";
import type { Site } from "../data/site.ts";
import type { PageProgram } from "../program/page-program.ts";
import { pathsIn } from "./paths-in.ts";

/**
 * Files of the page program that stand beside the pages of a site, as path under the base path and file on disk.
 * Mermaid itself is there only where a page has a diagram that could not be drawn before.
 */
export function programFiles(program: PageProgram, site: Site): [path: string, file: string][] {
  const drawsLater = [...site.processes.values()].some(({ texts }) => texts.drawsLater);
  const filesIn = (folder: string, prefix: string) =>
    pathsIn(folder).map((path): [string, string] => [`${prefix}${path}`, join(folder, path)]);
  return [
    ...filesIn(program.clientFolder, ""),
    ...(drawsLater ? filesIn(program.mermaidFolder, "mermaid/") : []),
  ];
}
