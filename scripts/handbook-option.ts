import { stat } from "node:fs/promises";
import { relative } from "node:path";
import {
  defineHandbook,
  type Handbook,
  type ParsedHandbook,
  parseHandbook,
} from "../core/definition/index.ts";
import type { Problem } from "../core/problem.ts";
import { checkHandbook } from "../core/rules/index.ts";
import { readHandbookFolder } from "../disk/index.ts";
import { UsageError } from "./terminal.ts";

/** The option every command takes; the folder is `processes` when it is left out. */
export const handbookOption = ["--handbook <dir>", "folder of the handbook", "processes"] as const;

/** A handbook as the commands work with it. */
export interface CheckedHandbook {
  /** The folder as problems name it. */
  readonly root: string;
  readonly parsed: ParsedHandbook;
  readonly problems: readonly Problem[];
  /** The processes without errors. */
  readonly handbook: Handbook;
}

/** Reads and checks the handbook in a folder. A folder that is not there is wrong usage. */
export async function readCheckedHandbook(folder: string): Promise<CheckedHandbook> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    throw new UsageError(
      `No handbook at ${folder}: expected a folder with handbook.yml; name it with --handbook.`,
    );
  }
  const root = relative(process.cwd(), folder).replaceAll("\\", "/") || ".";
  const parsed = parseHandbook(await readHandbookFolder(folder));
  const problems = checkHandbook(parsed, root);
  const broken = new Set(problems.filter(({ severity }) => severity === "error").map(({ file }) => file));
  return {
    root,
    parsed,
    problems,
    handbook: defineHandbook(parsed, (path) => !broken.has(`${root}/${path}`)),
  };
}
