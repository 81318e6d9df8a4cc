import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../data/site.ts";
import { InputError } from "../input-error.ts";

const largestBytes = 1024 * 1024;

/**
 * The files that `theme:` names, as path under the base path and file on disk. Throws an InputError for one that is not
 * there, is too large, or is no plain file: links are not followed, so that nothing outside the handbook is shown.
 */
export function brandFiles({ brand, settings }: Site): [path: string, file: string][] {
  return brand.files.map(([path, name]): [string, string] => {
    const file = join(settings.handbookFolder, name);
    const found = lstatSync(file, { throwIfNoEntry: false });
    const hint = "Put it beside handbook.yml, or take it out of `theme`";
    if (found === undefined) throw new InputError(`\`theme\` names ${name}, which is not there.`, hint, file);
    if (!found.isFile()) throw new InputError(`\`theme\` names ${name}, which is no plain file.`, hint, file);
    if (found.size > largestBytes)
      throw new InputError(`\`theme\` names ${name}, which is larger than 1 MB.`, "Make it smaller", file);
    return [path, file];
  });
}
