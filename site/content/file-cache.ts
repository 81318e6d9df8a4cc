import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Values kept in one file between builds, by a key that names everything they were made from. */
export interface FileCache<T> {
  get(key: string): T | undefined;
  /** Replaces all that is kept; does nothing when the keys are the same as before. */
  keep(entries: ReadonlyMap<string, T>): Promise<void>;
}

/** Opens a cache file; one that is missing or unreadable is an empty cache. */
export async function openFileCache<T>(file: string): Promise<FileCache<T>> {
  const known = await readEntries<T>(file);
  return {
    get: (key) => known.get(key),
    keep: async (entries) => {
      if (entries.size === known.size && [...entries.keys()].every((key) => known.has(key))) return;
      await mkdir(dirname(file), { recursive: true });
      const temporary = `${file}.${process.pid}`;
      await writeFile(temporary, JSON.stringify([...entries]));
      await rename(temporary, file);
    },
  };
}

/** A key made from texts; the same texts in the same order give the same key. */
export function cacheKey(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("base64url");
}

async function readEntries<T>(file: string): Promise<Map<string, T>> {
  try {
    return new Map(JSON.parse(await readFile(file, "utf8")) as [string, T][]);
  } catch {
    return new Map();
  }
}
