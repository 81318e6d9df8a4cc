import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type HandbookFiles, isHandbookFile } from "../core/definition/index.ts";

/**
 * Reads the files of a handbook folder: path within it, with `/` between folders, and text.
 * Symbolic links are not followed, so that nothing outside the folder is ever read; folders that
 * begin with a dot are left out. Throws when the folder cannot be read.
 */
export async function readHandbookFolder(folder: string): Promise<HandbookFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => isHandbookFile(path) && !path.split("/").some((part) => part.startsWith(".")))
    .sort();
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), "utf8")));
  return new Map(paths.map((path, index) => [path, texts[index] ?? ""]));
}
