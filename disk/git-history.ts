import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** One commit as a reader of the handbook sees it. */
export interface Commit {
  /** Full SHA. */
  readonly revision: string;
  readonly author: string;
  /** When it was made, as ISO text with its time zone. */
  readonly committedAt: string;
  /** First line of the message. */
  readonly subject: string;
  /** Git's name for the file's text after it, which {@link readBlobs} reads; empty when the commit removed it. */
  readonly blob: string;
}

/**
 * The commits that changed each file of a folder, newest first, by path within the folder. One call of git for all.
 * Empty when the folder is in no git repository or git is not there. A file that was moved begins anew.
 */
export async function gitHistory(folder: string): Promise<ReadonlyMap<string, readonly Commit[]>> {
  try {
    const format = "%x1e%H%x1f%an%x1f%cI%x1f%s";
    const options = ["--raw", "--no-abbrev", "--no-renames", "--relative"];
    const command = ["-C", folder, "-c", "core.quotePath=false", "log", `--format=${format}`, ...options];
    const { stdout } = await run("git", [...command, "--", "."], { maxBuffer: 1 << 28 });
    return readLog(stdout);
  } catch {
    return new Map();
  }
}

function readLog(log: string): Map<string, Commit[]> {
  const history = new Map<string, Commit[]>();
  for (const entry of log.split("\x1e").slice(1)) {
    const [head = "", ...lines] = entry.split("\n").filter((line) => line !== "");
    const [revision = "", author = "", committedAt = "", subject = ""] = head.split("\x1f");
    for (const line of lines) {
      // Modes and names of the texts before and after, a letter for what happened, and after a tab the path.
      const [, blob = "", path = ""] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*\t(.*)$/.exec(line) ?? [];
      if (path === "") continue;
      const commits = history.get(path) ?? [];
      commits.push({ revision, author, committedAt, subject, blob: /^0+$/.test(blob) ? "" : blob });
      history.set(path, commits);
    }
  }
  return history;
}
