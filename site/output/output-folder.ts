import { hash } from "node:crypto";
import { cpSync, existsSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { InputError } from "../input-error.ts";
import { pathsIn } from "./paths-in.ts";
import { writeInFolder } from "./write-in-folder.ts";

/** A file as it was left: its size in bytes, when it was written, and a digest of its content where that is known. */
export type FileState = readonly [size: number, writtenAtMilliseconds: number, digest?: string];

/** The folder a site is built into. Paths are within it, with `/` between folders. */
export interface OutputFolder {
  readonly folder: string;
  /** Writes a file unless it holds just that already; says whether it had to. */
  write(path: string, content: string | Uint8Array): boolean;
  /** Whether a file stands there just as the last build left it. */
  isAsLeft(this: void, path: string): boolean;
  /** Says that a file which is as the last build left it belongs to this one too. */
  keep(path: string): void;
  /** Says the same of every such file below a path, which ends with `/`. */
  keepAll(path: string): void;
  /** Whether a file belongs to this build. */
  has(this: void, path: string): boolean;
  /** Puts a folder made elsewhere at a path, and what stood there into an attic, a place where nothing stands. */
  replace(path: string, folder: string, attic: string): void;
  /** Removes every file that does not belong to this build; gives the state of all others. */
  close(): Map<string, FileState>;
}

/**
 * Opens the folder. `known` says how the last build left its files, and is absent where nobody knows of one. Throws an
 * InputError when the folder holds files and nothing tells that they are a site's: whatever is not written is removed.
 */
export function openOutputFolder(
  folder: string,
  known: ReadonlyMap<string, FileState> | undefined,
): OutputFolder {
  const found = new Set(pathsIn(folder));
  if (known === undefined) refuseStrangers(folder, found);
  const files = new Map<string, FileState>();
  const asLeft = new Map<string, FileState>();
  for (const [path, state] of known ?? []) {
    if (!found.has(path)) continue;
    const [size, writtenAt] = stateOf(join(folder, path));
    if (state[0] === size && state[1] === writtenAt) asLeft.set(path, state);
  }
  const holds = (path: string, digest: string): boolean => {
    const before = asLeft.get(path)?.[2];
    if (before !== undefined) return before === digest;
    if (!found.has(path)) return false;
    return digestOf(readFileSync(join(folder, path))) === digest;
  };
  return {
    folder,
    write: (path, content) => {
      const digest = digestOf(content);
      const file = join(folder, path);
      const isThere = holds(path, digest);
      if (!isThere) writeInFolder(file, content);
      const [size, writtenAt] = stateOf(file);
      files.set(path, [size, writtenAt, digest]);
      return !isThere;
    },
    isAsLeft: (path) => asLeft.has(path),
    keep: (path) => {
      const state = asLeft.get(path);
      if (state) files.set(path, state);
    },
    keepAll: (prefix) => {
      for (const [path, state] of asLeft) if (path.startsWith(prefix)) files.set(path, state);
    },
    has: (path) => files.has(path),
    replace: (path, made, attic) => {
      const place = join(folder, path);
      if (existsSync(place)) moveFolder(place, attic);
      moveFolder(made, place);
      for (const name of found) if (name.startsWith(`${path}/`)) found.delete(name);
      for (const name of pathsIn(place)) files.set(`${path}/${name}`, stateOf(join(place, name)));
    },
    close: () => {
      const gone = [...found].filter((path) => !files.has(path));
      for (const path of gone) rmSync(join(folder, path), { force: true });
      for (const path of gone) removeEmpty(dirname(path), folder);
      return files;
    },
  };
}

/** Every site has these two, so a folder without them was hardly made by a build. */
function refuseStrangers(folder: string, found: ReadonlySet<string>): void {
  const [first] = [...found].sort();
  if (first === undefined || (found.has("processes.json") && found.has("404.html"))) return;
  throw new InputError(
    `${folder} holds files that are no handbook site, such as ${first}; a build removes whatever it does not write.`,
    "Choose an empty or a new folder, or remove the files yourself",
  );
}

/** Removes a folder that has become empty, and those around it that became so. */
function removeEmpty(path: string, folder: string): void {
  for (let at = path; at !== "."; at = dirname(at)) {
    try {
      rmdirSync(join(folder, at));
    } catch {
      return;
    }
  }
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

function digestOf(content: string | Uint8Array): string {
  return hash("sha256", content, "base64url").slice(0, 22);
}

function stateOf(file: string): FileState {
  const { size, mtimeMs } = statSync(file);
  return [size, mtimeMs];
}
