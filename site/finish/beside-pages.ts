import type { Site } from "../data/site.ts";
import { machineFiles } from "../machine/machine-files.ts";
import { pageMarkdown } from "../machine/page-markdown.ts";
import { fileOfPage, hasOwnMarkdown } from "./file-of-page.ts";
import type { OutputFolder } from "./output-folder.ts";

/**
 * Writes the files for machines that follow from the handbook alone, whatever the pages look like; those with the key
 * they had `before` are not made again. Gives their keys, by the path of the first of the files each stands for.
 */
export async function writeMachineFiles(
  site: Site,
  output: OutputFolder,
  before: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  let writing: Promise<boolean>[] = [];
  for (const { key, paths, files } of machineFiles(site)) {
    const [name = ""] = paths;
    if (key !== undefined) keys.set(name, key);
    if (key !== undefined && before.get(name) === key && output.keep(paths)) continue;
    for (const { path, text } of files()) writing.push(output.write(path, text));
    if (writing.length < 200) continue;
    await Promise.all(writing);
    writing = [];
  }
  await Promise.all(writing);
  return keys;
}

/** Puts beside each page that has no Markdown of its own what its HTML says. */
export async function writePageMarkdown(pathnames: readonly string[], output: OutputFolder): Promise<void> {
  for (const pathname of pathnames.filter((each) => !hasOwnMarkdown(each)))
    await output.write(`${pathname}index.md`, pageMarkdown(await output.peek(fileOfPage(pathname))));
}
