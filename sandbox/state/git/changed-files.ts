export interface ChangedFile {
  readonly path: string;
  /** Where a renamed file was before. */
  readonly previousPath?: string;
  readonly status: "added" | "removed" | "modified" | "renamed";
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

/** Git takes a file that is gone and a new one for the same from this likeness on. */
const likeness = 0.5;

/** The same as GitHub shows it: a file that went and one that came with much the same text are one, renamed, under its new path alone. */
export function withRenames(files: readonly ChangedFile[]): ChangedFile[] {
  const gone = new Map(
    files.flatMap(({ path, status, before }) =>
      status === "removed" ? [[path, before ?? ""] as const] : [],
    ),
  );
  const shown = files.map((file): ChangedFile => {
    if (file.status !== "added") return file;
    const ranked = [...gone]
      .map(([path, text]) => ({ path, text, alike: likenessOf(text, file.after ?? "") }))
      .sort((a, b) => b.alike - a.alike);
    const [best] = ranked;
    if (best === undefined || best.alike < likeness) return file;
    gone.delete(best.path);
    return { ...file, status: "renamed", previousPath: best.path, before: best.text };
  });
  return shown.filter(({ path, status }) => status !== "removed" || gone.has(path));
}

/** How much of the longer text stands in both, counted in characters of whole lines. */
function likenessOf(a: string, b: string): number {
  const lines = new Map<string, number>();
  for (const line of a.split("\n")) lines.set(line, (lines.get(line) ?? 0) + 1);
  let common = 0;
  for (const line of b.split("\n")) {
    const left = lines.get(line) ?? 0;
    if (left === 0) continue;
    lines.set(line, left - 1);
    common += line.length + 1;
  }
  return common / (Math.max(a.length, b.length) + 1);
}
