import type { HandbookFiles } from "../core/definition/index.ts";
import { openHandbook } from "../core/handbook/index.ts";
import { issueForms } from "../core/proposal/index.ts";
import { readHandbookFolder } from "../disk/index.ts";
import type { SandboxUser } from "../sandbox/index.ts";

/** Where the local repository keeps the handbook, wherever it is on disk. */
export const handbookRoot = "processes";

/** A handbook on disk as the repository of the local GitHub has it. */
export interface LocalHandbook {
  readonly repository: string | undefined;
  readonly users: readonly SandboxUser[];
  /** Whether whoever installs the bot lets it write files, as the handbook's switch asks for. */
  readonly mayWriteFiles: boolean;
  /** What the repository on the local GitHub holds: the handbook, and its issue forms freshly made. */
  readonly files: ReadonlyMap<string, string>;
}

/** A reader that reads the handbook from disk each time it is asked, and works out the rest only when a file has changed. */
export function createLocalHandbook(folder: string): () => Promise<LocalHandbook> {
  let known: { readonly texts: HandbookFiles; readonly handbook: LocalHandbook } | undefined;
  return async () => {
    const texts = await readHandbookFolder(folder);
    if (!known || !isSame(known.texts, texts)) known = { texts, handbook: localHandbookOf(texts) };
    return known.handbook;
  };
}

function isSame(a: HandbookFiles, b: HandbookFiles): boolean {
  return a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);
}

/** A process with errors has no start form, as in a repository whose checks have refused it. */
function localHandbookOf(texts: HandbookFiles): LocalHandbook {
  const { handbook } = openHandbook(texts);
  const people = new Set([...handbook.roles.values()].flatMap((role) => [...role.people, ...role.deputies]));
  const forms = issueForms({ ...handbook, config: { ...handbook.config, site: undefined } });
  return {
    repository: handbook.config.repository,
    users: [...people].map((login) => ({ login, name: nameOf(login), permission: "write" })),
    mayWriteFiles: handbook.config.changes.drafts || handbook.config.learning === "proposals",
    files: new Map([
      ...[...texts].map(([path, text]) => [`${handbookRoot}/${path}`, text] as const),
      ...forms,
    ]),
  };
}

/** `demo-ines` is shown as Ines. */
function nameOf(login: string): string {
  const word = login.split("-").at(-1) ?? login;
  return word.charAt(0).toUpperCase() + word.slice(1);
}
