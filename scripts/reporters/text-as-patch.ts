import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The change of one file as a patch that `git apply` takes; empty where the texts are the same. Needs git. */
export async function textAsPatch(path: string, before: string, after: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "handrail-patch-"));
  try {
    for (const [side, text] of [
      ["a", before],
      ["b", after],
    ] as const) {
      const file = join(folder, side, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    return await differences(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function differences(folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = ["diff", "--no-index", "--no-prefix", "--no-color", "--no-ext-diff", "a", "b"];
    // git says with 1 that there is a difference.
    execFile("git", args, { cwd: folder }, (error, out) =>
      error && error.code !== 1 ? reject(error) : resolve(out),
    );
  });
}
