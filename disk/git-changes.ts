import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * The paths within a folder that differ from what is committed, new files included. Empty when the folder is in no
 * git repository or git is not there.
 */
export async function gitChanges(folder: string): Promise<readonly string[]> {
  try {
    const [{ stdout: prefix }, { stdout: changes }] = await Promise.all([
      run("git", ["-C", folder, "rev-parse", "--show-prefix"]),
      run("git", [
        "-C",
        folder,
        "status",
        "--porcelain",
        "-z",
        "--no-renames",
        "--untracked-files=all",
        "--",
        ".",
      ]),
    ]);
    const root = prefix.trim();
    const paths = changes.split("\0").map((entry) => entry.slice(3));
    return paths
      .filter((path) => path.startsWith(root) && path !== "")
      .map((path) => path.slice(root.length));
  } catch {
    return [];
  }
}
