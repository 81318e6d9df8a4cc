import { createHash } from "node:crypto";
import { cpSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathsIn } from "./paths-in.ts";
import { writeInFolder } from "./write-in-folder.ts";

/** A file as it was left: its size in bytes, when it was written, and a digest of its content where that is known. */
export type FileState = readonly [size: number, writtenAtMilliseconds: number, digest?: string];

/** The folder a site is built into. Paths are within it, with `/` between folders. */
export interface OutputFolder {
  readonly folder: string;
  /** Writes a file unless it holds just that already; says whether it had to. */
  write(path: string, content: string | Uint8Array): boolean;
  /** Whether a file stands there from the last build or this one. */
  has(this: void, path: string): boolean;
  /** Removes a folder with all it holds. */
  remove(path: string): void;
  /** Moves a folder made elsewhere to a path, and what stood there to an attic, a place where nothing stands. */
  replace(path: string, folder: string, attic: string): void;
  /** Every file as it is now. */
  states(): Map<string, FileState>;
}

/**
 * Opens the folder. `known` says how the last build left all of its files, which must not have been touched since;
 * without it, whatever stands there in the end is the site.
 */
export function openOutputFolder(folder: string, known?: ReadonlyMap<string, FileState>): OutputFolder {
  const files = new Map(known);
  const accept = (path: string) => {
    files.set(path, stateOf(join(folder, path)));
  };
  const forget = (path: string) => {
    for (const name of files.keys()) if (name.startsWith(`${path.replace(/\/$/, "")}/`)) files.delete(name);
  };
  return {
    folder,
    write: (path, content) => {
      const digest = createHash("sha256").update(content).digest("base64url").slice(0, 22);
      if (files.get(path)?.[2] === digest) return false;
      const file = join(folder, path);
      writeInFolder(file, content);
      const [size, writtenAt] = stateOf(file);
      files.set(path, [size, writtenAt, digest]);
      return true;
    },
    has: (path) => files.has(path),
    remove: (path) => {
      rmSync(join(folder, path), { recursive: true, force: true });
      forget(path);
    },
    replace: (path, made, attic) => {
      const place = join(folder, path);
      if (existsSync(place)) moveFolder(place, attic);
      moveFolder(made, place);
      forget(path);
      for (const name of pathsIn(place)) accept(`${path}/${name}`);
    },
    states: () => {
      if (known === undefined) for (const path of pathsIn(folder)) if (!files.has(path)) accept(path);
      return files;
    },
  };
}

/** Whether a folder holds just the files that are known, untouched. */
export function isUntouched(folder: string, known: ReadonlyMap<string, FileState>): boolean {
  const paths = pathsIn(folder);
  return (
    paths.length === known.size &&
    paths.every((path) => {
      const before = known.get(path);
      if (before === undefined) return false;
      const [size, writtenAt] = stateOf(join(folder, path));
      return before[0] === size && before[1] === writtenAt;
    })
  );
}

/** Moves a folder, also to another disk, to a place where nothing stands. */
function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
}

function stateOf(file: string): FileState {
  const { size, mtimeMs } = statSync(file);
  return [size, mtimeMs];
}
