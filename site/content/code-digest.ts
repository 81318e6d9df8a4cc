import { readdir, readFile } from "node:fs/promises";
import { cacheKey } from "./file-cache.ts";

const folders = ["core", "site/content", "site/data", "site/diagram", "site/markdown"];

/** A digest of the program that prepares pages, so that a cache made by another version of it is never used. */
export async function codeDigest(root = new URL("../../", import.meta.url)): Promise<string> {
  const names = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(new URL(`${folder}/`, root), { recursive: true });
      return entries.filter((name) => name.endsWith(".ts")).map((name) => `${folder}/${name}`);
    }),
  );
  const files = [...names.flat().sort(), "package-lock.json"];
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, root), "utf8")));
  return cacheKey(process.version, ...files, ...texts);
}
