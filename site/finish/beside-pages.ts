import type { Site } from "../data/site.ts";
import { machineFiles } from "../machine/machine-files.ts";
import { readGuideTexts } from "../search/guide-text.ts";
import { searchDocuments } from "../search/search-documents.ts";
import type { OutputFolder } from "./output-folder.ts";
import { beginSearchIndex } from "./search-index.ts";

/** What is known of all that stands beside the pages. */
export interface BesidePages {
  /** Names what files were made from, by the path of the first of them. */
  readonly keys: ReadonlyMap<string, string>;
  /** Addresses search results lead to, under the base path. */
  readonly searchLinks: readonly string[];
}

/**
 * Writes all that stands beside the pages and follows from the handbook alone, whatever the pages look like: the
 * search index and the files for machines. Those with the key they had `before` are not made again.
 */
export async function writeBesidePages(
  site: Site,
  output: OutputFolder,
  before: ReadonlyMap<string, string>,
): Promise<BesidePages> {
  const documents = searchDocuments(site, await readGuideTexts());
  const finishSearchIndex = await beginSearchIndex(documents, site, output);
  const keys = await writeMachineFiles(site, output, before);
  await finishSearchIndex();
  return { keys, searchLinks: documents.map(({ url }) => url) };
}

async function writeMachineFiles(
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
