import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type HandbookFiles, isHandbookFile } from "../core/definition/index.ts";
import { readBlobs } from "./read-blobs.ts";

const run = promisify(execFile);

/**
 * The files of a handbook as they were at a git revision: a branch, a tag, a commit. `folder` is the handbook's
 * folder now. Symbolic links are left out. Nothing when git knows no such revision, or is not there; empty when the
 * revision has no such folder.
 */
export async function readHandbookRevision(
  folder: string,
  revision: string,
): Promise<HandbookFiles | undefined> {
  const git = async (...args: string[]) =>
    (await run("git", ["-C", folder, ...args], { maxBuffer: 1 << 28 })).stdout;
  try {
    const commit = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
    // From within the folder git lists that folder alone, and gives paths from there.
    const listing = await git("ls-tree", "-r", "-z", commit.trim(), "--", ".");
    const entries = listing.split("\0").flatMap((entry) => {
      const [, blob = "", path = ""] = /^100\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
      const isHidden = path.split("/").some((part) => part.startsWith("."));
      return path !== "" && !isHidden && isHandbookFile(path) ? [{ path, blob }] : [];
    });
    const texts = await readBlobs(
      folder,
      entries.map(({ blob }) => blob),
    );
    return new Map(
      entries.flatMap(({ path, blob }) => {
        const text = texts.get(blob);
        return text === undefined ? [] : [[path, text] as const];
      }),
    );
  } catch {
    return undefined;
  }
}
