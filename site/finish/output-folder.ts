import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeInFolder } from "./write-in-folder.ts";

/** A file as it was left: its size in bytes, when it was written, and a digest of its content where that is known. */
export type FileState = readonly [size: number, writtenAtMilliseconds: number, digest?: string];

/** The folder a site is built into. Paths are within it, with `/` between folders. */
export interface OutputFolder {
  readonly folder: string;
  /** Writes a file unless it holds just that already; says whether it had to. */
  write(path: string, content: string | Uint8Array): Promise<boolean>;
  /** Says that files are as they were; whether all of them are known, else it has said nothing. */
  keep(paths: readonly string[]): boolean;
  /** The text of a file that somebody else wrote, which counts as written from then on. */
  readText(path: string): Promise<string>;
  /** The text of a file that somebody else keeps count of. */
  peek(path: string): Promise<string>;
  /** The files that were written or found to be right, as they are now. */
  readonly written: ReadonlyMap<string, FileState>;
}

/** Opens the folder. `known` says how the last build left its files; they must not have been touched since. */
export function openOutputFolder(
  folder: string,
  known: ReadonlyMap<string, FileState> = new Map(),
): OutputFolder {
  const written = new Map<string, FileState>();
  return {
    folder,
    written,
    keep: (paths) => {
      const before = paths.map((path) => known.get(path));
      if (before.includes(undefined)) return false;
      for (const [index, path] of paths.entries()) written.set(path, before[index] ?? [0, 0]);
      return true;
    },
    peek: (path) => readFile(join(folder, path), "utf8"),
    readText: async (path) => {
      const text = await readFile(join(folder, path), "utf8");
      const { size, mtimeMs } = await stat(join(folder, path));
      written.set(path, [size, mtimeMs, digestOf(text)]);
      return text;
    },
    write: async (path, content) => {
      const digest = digestOf(content);
      const before = known.get(path);
      if (before?.[2] === digest) {
        written.set(path, before);
        return false;
      }
      const file = join(folder, path);
      await writeInFolder(file, content);
      const { size, mtimeMs } = await stat(file);
      written.set(path, [size, mtimeMs, digest]);
      return true;
    },
  };
}

function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 22);
}
