import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Generated files by path; `undefined` where there should be none. */
export type WantedFiles = ReadonlyMap<string, string | undefined>;

/** The texts of those files that are there, by path, to the byte. */
export async function readTexts(folder: string, paths: readonly string[]): Promise<Map<string, string>> {
  const texts = await Promise.all(
    paths.map((path) => readFile(join(folder, path), "utf8").catch(() => undefined)),
  );
  return new Map(
    paths.flatMap((path, index) => {
      const text = texts[index];
      return text === undefined ? [] : [[path, text] as const];
    }),
  );
}

/** The paths whose file on disk differs from what is wanted, line ends aside; sorted. */
export async function findStale(folder: string, wanted: WantedFiles): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, text] of wanted) {
    const existing = await readFile(join(folder, path), "utf8").catch(() => undefined);
    const [is, shouldBe] = [existing, text].map((each) => each?.replaceAll("\r\n", "\n"));
    if (is !== shouldBe) stale.push(path);
  }
  return stale.sort();
}

/** Writes the files of some paths, with their folders, and removes those where none is wanted. */
export async function writeFiles(
  folder: string,
  paths: readonly string[],
  wanted: WantedFiles,
): Promise<void> {
  for (const path of paths) {
    const file = join(folder, path);
    const text = wanted.get(path);
    if (text === undefined) await rm(file);
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
}
