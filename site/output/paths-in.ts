import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** The paths of all files below a folder, with `/` between folders; none where there is no such folder. */
export function pathsIn(folder: string): string[] {
  const within = resolve(folder).length + 1;
  try {
    return readdirSync(resolve(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(within).replaceAll("\\", "/"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return [];
  }
}
