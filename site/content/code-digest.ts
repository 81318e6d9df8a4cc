import { readdir, readFile } from "node:fs/promises";
import { cacheKey } from "./file-cache.ts";

const root = new URL("../../", import.meta.url);

/** A digest of the program that prepares pages, so that a cache made by another version of it is never used. */
export function codeDigest(): Promise<string> {
  return digestOf(["core", "site/content", "site/data", "site/diagram", "site/markdown"], [], (name) =>
    name.endsWith(".ts"),
  );
}

/** A digest of everything a site is built with, styles, pictures and the guide included. */
export function programDigest(): Promise<string> {
  return digestOf(
    ["core", "disk", "site"],
    ["astro.config.mjs", "package.json", "tsconfig.json"],
    () => true,
  );
}

async function digestOf(
  folders: readonly string[],
  others: readonly string[],
  isWanted: (name: string) => boolean,
): Promise<string> {
  const names = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(new URL(`${folder}/`, root), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && isWanted(entry.name))
        .map((entry) => `${entry.parentPath}/${entry.name}`.slice(decodeURIComponent(root.pathname).length));
    }),
  );
  const files = [...names.flat().sort(), ...others, "package-lock.json"];
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, root), "latin1")));
  return cacheKey(process.version, ...files, ...texts);
}
