import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { isStartForm, startFormPath } from "../../core/form/index.ts";

const formsFolder = dirname(startFormPath("x"));

/**
 * The start forms of the repository a handbook is part of, by process id. Nothing when the handbook does not stand
 * right in the working folder, as the repository's own handbook does, or when none there is ours: then nobody has asked for start forms.
 */
export async function readStartForms(
  handbookFolder: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  if (!/^[^./\\][^/\\]*$/.test(relative(process.cwd(), handbookFolder))) return undefined;
  const forms = await startFormsIn(".");
  return [...forms.values()].some(isStartForm) ? forms : undefined;
}

/** The start forms of a repository, by process id, with plain line ends. */
export async function startFormsIn(repository: string): Promise<Map<string, string>> {
  const names = await readdir(join(repository, formsFolder)).catch(() => []);
  const ids = names.flatMap((name) => /^start-(.*)\.yml$/.exec(name)?.[1] ?? []).sort();
  const texts = await Promise.all(
    ids.map((id) => readFile(join(repository, startFormPath(id)), "utf8").catch(() => "")),
  );
  return new Map(ids.map((id, index) => [id, (texts[index] ?? "").replaceAll("\r\n", "\n")]));
}
