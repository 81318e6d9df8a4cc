import { hashObject } from "./hash-object.ts";

export interface BlobEntry {
  readonly type: "blob";
  readonly name: string;
  readonly path: string;
  readonly sha: string;
  readonly text: string;
  readonly byteSize: number;
}

export interface TreeEntry {
  readonly type: "tree";
  readonly name: string;
  readonly path: string;
  readonly sha: string;
  readonly entries: readonly Entry[];
}

export type Entry = BlobEntry | TreeEntry;

type Files = ReadonlyMap<string, string>;

const known = new WeakMap<Files, TreeEntry>();

/** The folder tree of a set of files (path → text), with git's own object names. The root's path is "". */
export function readTree(files: Files): TreeEntry {
  const tree = known.get(files) ?? buildTree("", "", [...files]);
  known.set(files, tree);
  return tree;
}

/** The file or folder at `path`, or undefined. Paths are only compared, never opened. */
export function findEntry(files: Files, path: string): Entry | undefined {
  let at: Entry | undefined = readTree(files);
  for (const name of path.split("/").filter((part) => part !== "")) {
    if (at?.type !== "tree") return undefined;
    at = at.entries.find((entry) => entry.name === name);
  }
  return at;
}

function buildTree(name: string, path: string, files: readonly (readonly [string, string])[]): TreeEntry {
  const folders = new Map<string, [string, string][]>();
  const entries: Entry[] = [];
  for (const [relative, text] of files) {
    const slash = relative.indexOf("/");
    if (slash === -1) entries.push(blob(relative, join(path, relative), text));
    else {
      const folder = relative.slice(0, slash);
      const inside = folders.get(folder) ?? [];
      inside.push([relative.slice(slash + 1), text]);
      folders.set(folder, inside);
    }
  }
  for (const [folder, inside] of folders) entries.push(buildTree(folder, join(path, folder), inside));
  entries.sort(gitOrder);
  const content = entries.map((entry) =>
    Buffer.concat([
      Buffer.from(`${entry.type === "tree" ? "40000" : "100644"} ${entry.name}\0`),
      Buffer.from(entry.sha, "hex"),
    ]),
  );
  return { type: "tree", name, path, sha: hashObject("tree", Buffer.concat(content)), entries };
}

function blob(name: string, path: string, text: string): BlobEntry {
  const content = Buffer.from(text);
  return { type: "blob", name, path, text, sha: hashObject("blob", content), byteSize: content.length };
}

const join = (path: string, name: string) => (path === "" ? name : `${path}/${name}`);

// Git sorts a folder as if its name ended with a slash.
const sortKey = (entry: Entry) => Buffer.from(entry.type === "tree" ? `${entry.name}/` : entry.name);
const gitOrder = (a: Entry, b: Entry) => Buffer.compare(sortKey(a), sortKey(b));
