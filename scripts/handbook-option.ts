import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { type ParsedHandbook, parseHandbook } from "../core/definition/index.ts";
import { type CheckedHandbook, openParsedHandbook } from "../core/handbook/index.ts";
import type { HandbookFacts, UnreadEntry } from "../core/rules/index.ts";
import { type KeptParser, readHandbookEntries } from "../disk/index.ts";
import { UsageError } from "./terminal.ts";

/** The option every command takes; the folder is `processes` when it is left out. */
export const handbookOption = ["--handbook <dir>", "folder of the handbook", "processes"] as const;

/** Finds out what a check needs to know besides the texts. */
export type FactFinder = (parsed: ParsedHandbook, unread: readonly UnreadEntry[]) => Promise<HandbookFacts>;

/**
 * Reads and checks the handbook in a folder. A folder that is not there is wrong usage.
 * Without `findFacts` the check looks at the texts alone, which is enough to tell what can be used; without a `parser`
 * every file is parsed.
 */
export async function readCheckedHandbook(
  folder: string,
  findFacts: FactFinder = async (_parsed, unread) => ({ unread }),
  parser?: KeptParser,
): Promise<CheckedHandbook> {
  await requireHandbook(folder);
  const root = relative(process.cwd(), folder).replaceAll("\\", "/");
  const { files, unread } = await readHandbookEntries(folder);
  const parsed = parseHandbook(files, parser?.parse);
  return openParsedHandbook(parsed, { root, facts: await findFacts(parsed, unread) });
}

/** Throws, and says what to do, where a folder is not there or holds nothing of a handbook. */
export async function requireHandbook(folder: string): Promise<void> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder && (await hasHandbook(folder))) return;
  const found = isFolder ? `${folder} holds no handbook` : `No handbook at ${folder}`;
  const remedy = (await hasHandbook("."))
    ? "there is one right here: add `--handbook .`"
    : "`npx handrail init` makes one here; one elsewhere is named with --handbook";
  throw new UsageError(`${found}: expected a folder with handbook.yml; ${remedy}.`);
}

/** A process without settings is a handbook that lacks something, and the check says what. The working folder needs settings. */
async function hasHandbook(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (entries.some(({ name }) => /^(?:handbook|roles)\.ya?ml$/.test(name))) return true;
  if (folder === ".") return false;
  const areas = entries.filter((entry) => entry.isDirectory());
  const names = await Promise.all(areas.map(({ name }) => readdir(join(folder, name)).catch(() => [])));
  return names.flat().some((name) => name.endsWith(".mdx"));
}
