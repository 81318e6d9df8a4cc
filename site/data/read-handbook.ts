import {
  defineHandbook,
  type Handbook,
  type ParsedHandbook,
  parseHandbook,
} from "../../core/definition/index.ts";
import { hasErrors, type Problem } from "../../core/problem.ts";
import { checkHandbook } from "../../core/rules/index.ts";
import { readHandbookFolder } from "../../disk/index.ts";

/** A handbook folder that was read and checked. `handbook` is absent when a problem is an error. */
export interface CheckedHandbook {
  readonly parsed: ParsedHandbook;
  readonly problems: readonly Problem[];
  readonly handbook?: Handbook | undefined;
}

/** Reads and checks a handbook folder with the one parser and the one checker all of Handrail uses. */
export async function readHandbook(folder: string): Promise<CheckedHandbook> {
  const parsed = parseHandbook(await readHandbookFolder(folder));
  const problems = checkHandbook(parsed, folder);
  if (hasErrors(problems)) return { parsed, problems };
  return { parsed, problems, handbook: defineHandbook(parsed, () => true) };
}
