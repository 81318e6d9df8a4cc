import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { startFormPath } from "../../core/form/index.ts";

const formsFolder = dirname(startFormPath("x"));

/** Whether a path in a repository is where the form that starts a process stands. */
export const isStartFormPath = (path: string): boolean => /\/start-[^/]*\.yml$/.test(path);

/** The issue forms of a repository that stand at the paths wanted, by path in it, with plain line ends. */
export async function formsIn(
  repository: string,
  isWanted: (path: string) => boolean,
): Promise<Map<string, string>> {
  const names = await readdir(join(repository, formsFolder)).catch(() => []);
  const paths = names
    .map((name) => `${formsFolder}/${name}`)
    .filter(isWanted)
    .sort();
  const texts = await Promise.all(
    paths.map((path) => readFile(join(repository, path), "utf8").catch(() => "")),
  );
  return new Map(paths.map((path, index) => [path, (texts[index] ?? "").replaceAll("\r\n", "\n")]));
}
