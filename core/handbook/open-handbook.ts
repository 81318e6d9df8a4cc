import {
  defineHandbook,
  type Handbook,
  type HandbookFiles,
  type ParsedHandbook,
  type ProcessId,
  parseHandbook,
} from "../definition/index.ts";
import type { Problem } from "../problem.ts";
import { checkHandbook, type HandbookFacts } from "../rules/index.ts";
import { processMeant } from "./process-meant.ts";
import { usablePaths } from "./usable-paths.ts";

/** A handbook as everything that works with it has it: read, checked, and what can be used of it. */
export interface CheckedHandbook {
  /** The folder as problems name it; empty where paths are relative to the handbook itself. */
  readonly root: string;
  readonly parsed: ParsedHandbook;
  /** In file order. */
  readonly problems: readonly Problem[];
  /** The processes without errors. */
  readonly handbook: Handbook;
  /** Ids of the processes that are left out because their file has an error, or stands under a name that nobody reads. */
  readonly broken: ReadonlySet<ProcessId>;
}

/** How a handbook is to be opened. */
export interface OpenOptions {
  /** The folder that problems name in front of each path; empty leaves them relative to the handbook. */
  readonly root?: string;
  /** What a check needs to know besides the texts; rules that need a fact which is not given say nothing. */
  readonly facts?: HandbookFacts;
}

/**
 * Reads, checks and defines the files of a handbook: the one way from texts to something that can be used. A process whose
 * file has an error is left out, so that one broken file never stops the others. Never throws.
 */
export function openHandbook(files: HandbookFiles, options: OpenOptions = {}): CheckedHandbook {
  return openParsedHandbook(parseHandbook(files), options);
}

/** The same for a handbook that has been read already, as where what a check needs to know is found out from it first. */
export function openParsedHandbook(
  parsed: ParsedHandbook,
  { root = "", facts = {} }: OpenOptions = {},
): CheckedHandbook {
  const problems = checkHandbook(parsed, root, facts);
  const isUsable = usablePaths(problems, root);
  const unusable = parsed.processes.filter(({ path }) => !isUsable(path)).map(({ id }) => id);
  const unread = parsed.misplaced.flatMap((path) => processMeant(path) ?? []);
  const handbook = defineHandbook(parsed, isUsable);
  return {
    root,
    parsed,
    problems,
    handbook,
    broken: new Set([...unusable, ...unread.filter((id) => !handbook.processes.has(id))]),
  };
}
