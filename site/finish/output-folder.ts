import { createHash } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A file as it was left: its size in bytes, when it was written, and a digest of its content where that is known. */
export type FileState = readonly [size: number, writtenAtMilliseconds: number, digest?: string];

/** The folder a site is built into. Paths are within it, with `/` between folders. */
export interface OutputFolder {
  readonly folder: string;
  /** Writes a file unless it holds just that already; says whether it had to. */
  write(path: string, content: string | Uint8Array): Promise<boolean>;
  /** The text of a file that somebody else wrote, which counts as written from then on. */
  readText(path: string): Promise<string>;
  /** The files that were written or found to be right, as they are now. */
  readonly written: ReadonlyMap<string, FileState>;
}

/** Opens the folder. `known` says how the last build left its files; they must not have been touched since. */
export function openOutputFolder(
  folder: string,
  known: ReadonlyMap<string, FileState> = new Map(),
): OutputFolder {
  const written = new Map<string, FileState>();
  const made = new Set<string>();
  const ensureFolder = async (path: string) => {
    if (made.has(path)) return;
    await mkdir(path, { recursive: true });
    made.add(path);
  };
  return {
    folder,
    written,
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
      await ensureFolder(dirname(file));
      await writeFile(file, content);
      const { size, mtimeMs } = await stat(file);
      written.set(path, [size, mtimeMs, digest]);
      return true;
    },
  };
}

function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 22);
}
