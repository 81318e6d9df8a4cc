import type { Site } from "../data/site.ts";
import { machineFiles } from "../machine/machine-files.ts";
import { pageMarkdown } from "../machine/page-markdown.ts";
import type { OutputFolder } from "./output-folder.ts";

/**
 * Writes the files for machines beside the pages. `html` holds the pages that may have changed, by pathname: those
 * without a Markdown twin of their own get one made from it.
 */
export async function writeMachineFiles(
  site: Site,
  output: OutputFolder,
  html: ReadonlyMap<string, string>,
): Promise<void> {
  const taken = new Set<string>();
  let writing: Promise<boolean>[] = [];
  for (const { path, text } of machineFiles(site)) {
    taken.add(path);
    writing.push(output.write(path, text));
    if (writing.length < 200) continue;
    await Promise.all(writing);
    writing = [];
  }
  const twins = [...html].filter(
    ([pathname]) => !taken.has(`${pathname}index.md`) && !pathname.startsWith("404"),
  );
  for (const [pathname, page] of twins) writing.push(output.write(`${pathname}index.md`, pageMarkdown(page)));
  await Promise.all(writing);
}
