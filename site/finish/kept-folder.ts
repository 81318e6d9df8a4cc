import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cacheKey } from "../content/file-cache.ts";
import { writeInFolder } from "./write-in-folder.ts";

/** A folder of texts that is kept between builds. Paths are within it, with `/` between folders. */
export interface KeptFolder {
  /** Writes a text unless it stands there already. */
  write(path: string, text: string): Promise<void>;
  /** Removes every file that was not written since the folder was opened, and keeps in mind what stands there. */
  removeOthers(): Promise<void>;
}

/** Opens the folder; what it holds is known from a list beside it, and without one it begins empty. */
export async function keptFolder(folder: string): Promise<KeptFolder> {
  const list = `${folder}.json`;
  const known = await readList(list);
  if (known.size === 0) await rm(folder, { recursive: true, force: true });
  // Whoever is interrupted leaves no list behind, so the next one begins anew.
  await rm(list, { force: true });
  const digests = new Map<string, string>();
  return {
    write: async (path, text) => {
      const digest = cacheKey(text);
      digests.set(path, digest);
      if (known.get(path) === digest) return;
      await writeInFolder(join(folder, path), text);
    },
    removeOthers: async () => {
      const there = await readdir(folder, { recursive: true, withFileTypes: true });
      for (const entry of there.filter((each) => each.isFile())) {
        const file = join(entry.parentPath, entry.name);
        if (!digests.has(file.slice(folder.length + 1).replaceAll("\\", "/"))) await rm(file);
      }
      await writeFile(list, JSON.stringify([...digests]));
    },
  };
}

async function readList(file: string): Promise<Map<string, string>> {
  try {
    return new Map(JSON.parse(await readFile(file, "utf8")) as [string, string][]);
  } catch {
    return new Map();
  }
}
