import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The commit the repository of a folder stands at, as its full SHA; empty when there is none or git is not there. */
export async function gitHead(folder: string): Promise<string> {
  try {
    const { stdout } = await run("git", ["-C", folder, "rev-parse", "--verify", "--quiet", "HEAD"]);
    return stdout.trim();
  } catch {
    return "";
  }
}
