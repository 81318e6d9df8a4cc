import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { isStartForm, startFormPath } from "../../core/form/index.ts";
import { proposalFormPath } from "../../core/proposal/index.ts";

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
  return new Map(
    [...(await issueFormsIn(repository))].flatMap(([path, text]) => {
      const id = /\/start-([^/]*)\.yml$/.exec(path)?.[1];
      return id === undefined ? [] : [[id, text] as const];
    }),
  );
}

/** The forms of a repository that start a process or propose a change, by path in it, with plain line ends. */
export async function issueFormsIn(repository: string): Promise<Map<string, string>> {
  const names = await readdir(join(repository, formsFolder)).catch(() => []);
  const paths = names
    .map((name) => `${formsFolder}/${name}`)
    .filter((path) => path === proposalFormPath || /\/start-.*\.yml$/.test(path))
    .sort();
  const texts = await Promise.all(
    paths.map((path) => readFile(join(repository, path), "utf8").catch(() => "")),
  );
  return new Map(paths.map((path, index) => [path, (texts[index] ?? "").replaceAll("\r\n", "\n")]));
}
