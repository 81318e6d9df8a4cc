export interface ChangedFile {
  readonly path: string;
  readonly status: "added" | "removed" | "modified";
  /** Null when the file is not there on that side. */
  readonly before: string | null;
  readonly after: string | null;
}

type Files = ReadonlyMap<string, string>;

/** What is different between two sets of files, by path. Renames show as one removed and one added. */
export function changedFiles(before: Files, after: Files): ChangedFile[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path): ChangedFile[] => {
    const old = before.get(path) ?? null;
    const text = after.get(path) ?? null;
    if (old === text) return [];
    const status = old === null ? "added" : text === null ? "removed" : "modified";
    return [{ path, status, before: old, after: text }];
  });
}
