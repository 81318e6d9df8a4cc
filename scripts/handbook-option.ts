import { stat } from "node:fs/promises";
import { relative } from "node:path";
import {
  defineHandbook,
  type Handbook,
  type ParsedHandbook,
  parseHandbook,
} from "../core/definition/index.ts";
import type { Problem } from "../core/problem.ts";
import { checkHandbook, type HandbookFacts, type UnreadEntry } from "../core/rules/index.ts";
import { readHandbookEntries } from "../disk/index.ts";
import { UsageError } from "./terminal.ts";

/** The option every command takes; the folder is `processes` when it is left out. */
export const handbookOption = ["--handbook <dir>", "folder of the handbook", "processes"] as const;

/** A handbook as the commands work with it. */
export interface CheckedHandbook {
  /** The folder as problems name it; empty for the working folder itself. */
  readonly root: string;
  readonly parsed: ParsedHandbook;
  readonly problems: readonly Problem[];
  /** The processes without errors. */
  readonly handbook: Handbook;
}

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
  const problems = checkHandbook(parsed, root, await findFacts(parsed, unread));
  const broken = new Set(problems.filter(({ severity }) => severity === "error").map(({ file }) => file));
  const fileOf = (path: string) => (root === "" ? path : `${root}/${path}`);
  return { root, parsed, problems, handbook: defineHandbook(parsed, (path) => !broken.has(fileOf(path))) };
}
