import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Values kept in a folder between builds, by a key that names everything they were made from. */
export interface FileCache<T> {
  get(key: string): T | undefined;
  /** Replaces all that is kept; does nothing when the keys are the same as before. */
  keep(entries: ReadonlyMap<string, T>): Promise<void>;
}

/**
 * Opens a cache folder; what is missing or unreadable is empty. Values lie in a few files by the first sign of their
 * key, so that one changed value does not mean that all are written again.
 */
export async function openFileCache<T>(folder: string): Promise<FileCache<T>> {
  const known = await readParts<T>(folder);
  return {
    get: (key) => known.get(partOf(key))?.get(key),
    keep: async (entries) => {
      if (entries.size === 0 && known.size === 0) return;
      await mkdir(folder, { recursive: true });
      // Also where nobody has told git to leave out what we write.
      if (known.size === 0) await writeFile(join(folder, ".gitignore"), "*\n");
      const wanted = Map.groupBy(entries, ([key]) => partOf(key));
      for (const [part, own] of wanted) {
        const before = known.get(part);
        if (own.length === before?.size && own.every(([key]) => before.has(key))) continue;
        known.set(part, new Map(own));
        const temporary = join(folder, `${part}.${randomUUID()}`);
        await writeFile(temporary, JSON.stringify(own));
        await rename(temporary, join(folder, `${part}.json`));
      }
      for (const part of [...known.keys()]) {
        if (wanted.has(part)) continue;
        known.delete(part);
        await rm(join(folder, `${part}.json`), { force: true });
      }
    },
  };
}

/** A key made from texts; the same texts in the same order give the same key. */
export function cacheKey(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("base64url");
}

/** One of sixteen parts, whose names differ on every disk, also where capitals make no difference. */
function partOf(key: string): string {
  return ((key.codePointAt(0) ?? 0) % 16).toString(16);
}

async function readParts<T>(folder: string): Promise<Map<string, Map<string, T>>> {
  const names = await readdir(folder).catch(() => []);
  const parts = names.filter((name) => /^[0-9a-f]\.json$/.test(name));
  return new Map(
    await Promise.all(
      parts.map(
        async (name): Promise<[string, Map<string, T>]> => [
          name.slice(0, 1),
          await readEntries<T>(join(folder, name)),
        ],
      ),
    ),
  );
}

async function readEntries<T>(file: string): Promise<Map<string, T>> {
  try {
    return new Map(JSON.parse(await readFile(file, "utf8")) as [string, T][]);
  } catch {
    return new Map();
  }
}
