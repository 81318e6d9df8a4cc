import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * The commit a folder stands at, as its full SHA; empty when the folder is in no git repository, git is not
 * there, or the folder holds changes that are not committed.
 */
export async function gitRevision(folder: string): Promise<string> {
  try {
    const { stdout: changes } = await run("git", ["-C", folder, "status", "--porcelain", "--", "."]);
    if (changes.trim() !== "") return "";
    const { stdout } = await run("git", ["-C", folder, "rev-parse", "HEAD"]);
    return stdout.trim();
  } catch {
    return "";
  }
}
