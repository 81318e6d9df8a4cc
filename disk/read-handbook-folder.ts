import { type Dirent, readFileSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type HandbookFiles, isHandbookFile } from "../core/definition/index.ts";
import type { UnreadEntry } from "../core/rules/index.ts";

/** What a folder holds of a handbook. */
export interface HandbookFolder {
  /** Text by path within the folder, with `/` between folders. */
  readonly files: HandbookFiles;
  /** What stands there but was not read, by path. */
  readonly unread: readonly UnreadEntry[];
}

/** Far more than any text that Handrail takes: what is between the two is told with the number of its characters. */
const largestBytes = 1024 * 1024;

/** The files of a handbook folder, as {@link readHandbookEntries} gives them. */
export async function readHandbookFolder(folder: string): Promise<HandbookFiles> {
  return (await readHandbookEntries(folder)).files;
}

/**
 * Reads a handbook folder. Symbolic links are not followed, so that nothing outside the folder is ever read; a
 * file that is too large, or no UTF-8, is not taken either. Folders and files that begin with a dot are left out.
 * Throws when the folder itself cannot be read; a folder within it that cannot be read is told as unread.
 */
export async function readHandbookEntries(folder: string): Promise<HandbookFolder> {
  const entries = await walk(folder, "", await readdir(folder, { withFileTypes: true }));
  const named = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const wanted = named.flatMap(({ path, kind }) => (kind === "file" && isHandbookFile(path) ? [path] : []));
  const texts = wanted.map((path) => ({ path, text: readText(join(folder, path)) }));
  return {
    files: new Map(texts.flatMap(({ path, text }) => (typeof text === "string" ? [[path, text]] : []))),
    unread: [
      ...named.flatMap(({ path, kind }) => (kind === "file" ? [] : [{ path, kind }])),
      ...texts.flatMap(({ path, text }) => (typeof text === "string" ? [] : [{ path, ...text }])),
    ],
  };
}

/** Something in the folder, by path within it. */
interface FoundEntry {
  readonly path: string;
  readonly kind: "file" | "link" | "unreadable";
}

/** What a folder holds and the folders in it. Node's own recursive reading follows links to folders, so it is not used. */
async function walk(folder: string, prefix: string, entries: readonly Dirent[]): Promise<FoundEntry[]> {
  const found = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith("."))
      .map(async (entry): Promise<FoundEntry[]> => {
        const path = prefix + entry.name;
        if (entry.isSymbolicLink()) return [{ path, kind: "link" }];
        if (entry.isFile()) return [{ path, kind: "file" }];
        if (!entry.isDirectory()) return [];
        const inner = await readdir(join(folder, path), { withFileTypes: true }).catch(() => undefined);
        return inner ? walk(folder, `${path}/`, inner) : [{ path, kind: "unreadable" }];
      }),
  );
  return found.flat();
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The text of a file, or why it is not taken. Nobody is given way to meanwhile: small files come by the thousand here, and
 * to ask for each and wait takes five times as long as to read them.
 */
function readText(file: string): string | Pick<UnreadEntry, "kind"> {
  let bytes: Buffer;
  try {
    if (statSync(file).size > largestBytes) return { kind: "too-large" };
    bytes = readFileSync(file);
  } catch {
    return { kind: "unreadable" };
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return { kind: "no-utf8" };
  }
}
