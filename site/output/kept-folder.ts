import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeInFolder } from "./write-in-folder.ts";

/** A folder of texts that is kept between builds. Paths are within it, with `/` between folders. */
export interface KeptFolder {
  /** Writes a text unless it stands there already: texts with the same key are the same. */
  write(path: string, key: string, make: () => string): void;
  /** Removes every file that was not named since the folder was opened. */
  close(): void;
}

/** Opens the folder; what it holds is known from a list beside it, and without one it begins empty. */
export function openKeptFolder(folder: string): KeptFolder {
  const list = `${folder}.json`;
  const before = readList(list);
  if (before.size === 0) rmSync(folder, { recursive: true, force: true });
  // Whoever is interrupted leaves no list behind, so the next one begins anew.
  rmSync(list, { force: true });
  const keys = new Map<string, string>();
  return {
    write: (path, key, make) => {
      keys.set(path, key);
      if (before.get(path) === key) return;
      writeInFolder(join(folder, path), make());
    },
    close: () => {
      for (const path of before.keys()) {
        if (!keys.has(path)) rmSync(join(folder, path), { force: true });
      }
      writeFileSync(list, JSON.stringify([...keys]));
    },
  };
}

function readList(file: string): Map<string, string> {
  try {
    return new Map(JSON.parse(readFileSync(file, "utf8")) as [string, string][]);
  } catch {
    return new Map();
  }
}
