import { stat } from "node:fs/promises";
import { relative } from "node:path";
import { type ParsedHandbook, parseHandbook } from "../core/definition/index.ts";
import { type CheckedHandbook, openParsedHandbook } from "../core/handbook/index.ts";
import type { HandbookFacts, UnreadEntry } from "../core/rules/index.ts";
import { readHandbookEntries } from "../disk/index.ts";
import { UsageError } from "./terminal.ts";

/** The option every command takes; the folder is `processes` when it is left out. */
export const handbookOption = ["--handbook <dir>", "folder of the handbook", "processes"] as const;

/** Finds out what a check needs to know besides the texts. */
export type FactFinder = (parsed: ParsedHandbook, unread: readonly UnreadEntry[]) => Promise<HandbookFacts>;

/**
 * Reads and checks the handbook in a folder. A folder that is not there is wrong usage.
 * Without `findFacts` the check looks at the texts alone, which is enough to tell what can be used.
 */
export async function readCheckedHandbook(
  folder: string,
  findFacts: FactFinder = async (_parsed, unread) => ({ unread }),
): Promise<CheckedHandbook> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    throw new UsageError(
      `No handbook at ${folder}: expected a folder with handbook.yml; name it with --handbook.`,
    );
  }
  const root = relative(process.cwd(), folder).replaceAll("\\", "/");
  const { files, unread } = await readHandbookEntries(folder);
  const parsed = parseHandbook(files);
  return openParsedHandbook(parsed, { root, facts: await findFacts(parsed, unread) });
}
