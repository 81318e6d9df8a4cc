import type { Site } from "../data/site.ts";
import { machineFiles } from "../machine/machine-files.ts";
import type { SitePlace } from "./build-state.ts";

/** Writes the files for machines; those with the key they had before are not made again. Gives their keys. */
export function writeMachineFiles(
  site: Site,
  programId: string,
  { output, before }: SitePlace,
): [path: string, key: string][] {
  const keysBefore = new Map(before.programId === programId ? before.machineKeys : []);
  const keys: [string, string][] = [];
  for (const { key: keyOf, paths, files } of machineFiles(site)) {
    const [name = ""] = paths;
    const key = keyOf?.();
    if (key !== undefined) keys.push([name, key]);
    if (key !== undefined && keysBefore.get(name) === key && paths.every(output.isAsLeft))
      for (const path of paths) output.keep(path);
    else for (const { path, text } of files()) output.write(path, text);
  }
  return keys;
}
