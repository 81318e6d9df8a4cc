import { realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { attachedFiles } from "../data/attached-files.ts";
import type { Site } from "../data/site.ts";

const largestBytes = 10 * 1024 * 1024;

/** The file on disk of a picture or paper that the site shows; nothing for what it does not, what is not in the handbook's own folder, and what is larger than 10 MB. */
export function attachedOnDisk(path: string, site: Site): string | undefined {
  const folder = site.settings.handbookFolder;
  if (!attachedFiles(site).has(path)) return undefined;
  try {
    const file = realpathSync(join(folder, path));
    const found = statSync(file);
    // A link of the file system may lead out of the handbook.
    const isInside = file.startsWith(`${realpathSync(folder)}${sep}`);
    return isInside && found.isFile() && found.size <= largestBytes ? file : undefined;
  } catch {
    return undefined;
  }
}
