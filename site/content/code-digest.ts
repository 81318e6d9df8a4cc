import { readdirSync, readFileSync } from "node:fs";
import { cacheKey } from "./file-cache.ts";

const root = new URL("../../", import.meta.url);

/**
 * A digest of the program that prepares pages and what is searched, so that a cache made by another version of it is
 * never used.
 */
export function codeDigest(): string {
  const folders = ["core", "site/content", "site/data", "site/diagram", "site/markdown", "site/search"];
  return digestOf(folders, [], (name) => name.endsWith(".ts"));
}

/** A digest of everything a site is built with, styles, pictures and the guide included. */
export function programDigest(): string {
  return digestOf(
    ["core", "disk", "site"],
    ["astro.config.mjs", "package.json", "tsconfig.json"],
    () => true,
  );
}

/** Hundreds of small files: waiting for each would take several times as long as reading it. */
function digestOf(
  folders: readonly string[],
  others: readonly string[],
  isWanted: (name: string) => boolean,
): string {
  const names = folders.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isWanted(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(decodeURIComponent(root.pathname).length)),
  );
  const files = [...names.sort(), ...others, "package-lock.json"];
  const texts = files.map((file) => readFileSync(new URL(file, root), "latin1"));
  return cacheKey(process.version, ...files, ...texts);
}
