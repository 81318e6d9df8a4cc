import { spawn } from "node:child_process";

/**
 * Texts of git by the names git gives them, for the repository a folder is in; one call of git for all. Names that
 * git does not know are left out, and so is everything when git is not there.
 */
export async function readBlobs(
  folder: string,
  blobs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (blobs.length === 0) return new Map();
  const child = spawn("git", ["-C", folder, "cat-file", "--batch"], { stdio: ["pipe", "pipe", "ignore"] });
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  // A git that has ended already says so by its exit, not by a pipe nobody reads.
  child.stdin.on("error", () => {});
  child.stdin.end(`${blobs.join("\n")}\n`);
  const isThere = await new Promise<boolean>((resolve) => {
    child.once("error", () => resolve(false));
    child.once("close", () => resolve(true));
  });
  return isThere ? readBatch(Buffer.concat(parts)) : new Map();
}

/** Reads `NAME blob SIZE`, a line break, the text and a line break, again and again. */
function readBatch(output: Buffer): Map<string, string> {
  const texts = new Map<string, string>();
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const [name = "", kind, size] = output.toString("utf8", at, end).split(" ");
    at = end + 1;
    if (kind === "missing" || size === undefined) continue;
    const length = Number(size);
    if (kind === "blob") texts.set(name, output.toString("utf8", at, at + length));
    at += length + 1;
  }
  return texts;
}
