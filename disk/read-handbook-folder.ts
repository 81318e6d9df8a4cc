import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type HandbookFiles, isHandbookFile } from "../core/definition/index.ts";
import type { UnreadEntry } from "../core/rules/index.ts";

/** What a folder holds of a handbook. */
export interface HandbookFolder {
  /** Text by path within the folder, with `/` between folders. */
  readonly files: HandbookFiles;
  /** What stands there but was not read, by path. */
  readonly unread: readonly UnreadEntry[];
}

/** No text that Handrail takes is larger: 262,144 characters of at most four bytes. */
const largestBytes = 1024 * 1024;

/** The files of a handbook folder, as {@link readHandbookEntries} gives them. */
export async function readHandbookFolder(folder: string): Promise<HandbookFiles> {
  return (await readHandbookEntries(folder)).files;
}

/**
 * Reads a handbook folder. Symbolic links are not followed, so that nothing outside the folder is ever read; a
 * file that is too large, or no UTF-8, is not taken either. Folders and files that begin with a dot are left out.
 * Throws when the folder itself cannot be read.
 */
export async function readHandbookEntries(folder: string): Promise<HandbookFolder> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const named = entries
    .map((entry) => ({ entry, path: pathWithin(folder, entry) }))
    .filter(({ path }) => !path.split("/").some((part) => part.startsWith(".")))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const links = named.filter(({ entry }) => entry.isSymbolicLink());
  const wanted = named.filter(({ entry, path }) => entry.isFile() && isHandbookFile(path));
  const read = await Promise.all(wanted.map(({ path }) => readText(join(folder, path))));
  const texts = wanted.map(({ path }, index) => ({
    path,
    text: read[index] ?? { kind: "unreadable" as const },
  }));
  return {
    files: new Map(texts.flatMap(({ path, text }) => (typeof text === "string" ? [[path, text]] : []))),
    unread: [
      ...links.map(({ path }) => ({ path, kind: "link" as const })),
      ...texts.flatMap(({ path, text }) => (typeof text === "string" ? [] : [{ path, ...text }])),
    ],
  };
}

/** The text of a file, or why it is not taken. */
async function readText(file: string): Promise<string | Pick<UnreadEntry, "kind">> {
  let bytes: Buffer;
  try {
    if ((await stat(file)).size > largestBytes) return { kind: "too-large" };
    bytes = await readFile(file);
  } catch {
    return { kind: "unreadable" };
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { kind: "no-utf8" };
  }
}

function pathWithin(folder: string, entry: Dirent): string {
  return relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/");
}
