import { startFormPath } from "../../core/form/index.ts";
import { type CheckedHandbook, hasErrorsBesideProcesses } from "../../core/handbook/index.ts";
import { isOwnForm, issueForms } from "../../core/proposal/index.ts";
import { count } from "../../core/text/index.ts";
import type { AddCommand } from "../command-line.ts";
import { issueFormsIn } from "../facts/issue-forms-in.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { problemReporters } from "../reporters/index.ts";
import { exitCodes } from "../terminal.ts";
import { findStale, type WantedFiles, writeFiles } from "../write-files.ts";

interface FormsOptions {
  readonly handbook: string;
  readonly check?: boolean;
  readonly repository: string;
}

/** `forms`: writes a start form a process and the form to propose a change, and removes those of processes that are gone. */
export const addFormsCommand: AddCommand = (program, terminal, finish) => {
  program
    .command("forms")
    .description("Write the GitHub issue forms: one that starts each process, and one to propose a change.")
    .option("--check", "write nothing; tell which forms are out of date")
    .option("--repository <dir>", "the folder that holds .github", ".")
    .option(...handbookOption)
    .action(async ({ handbook, check, repository }: FormsOptions) => {
      const checked = await readCheckedHandbook(handbook);
      const errors = checked.problems.filter(({ severity }) => severity === "error");
      if (hasErrorsBesideProcesses(checked)) {
        terminal.err(`The handbook has errors; mend them first:\n${problemReporters.text(errors)}`);
        return finish(exitCodes.problems);
      }
      if (errors.length > 0) {
        terminal.err(`${errorsLeftOut(checked.broken.size)}\n${problemReporters.text(errors)}`);
        finish(exitCodes.problems);
      }
      const existing = await issueFormsIn(repository);
      const { wanted, foreign } = wantedForms(checked, existing);
      const forms = count([...wanted.values()].filter((text) => text !== undefined).length, "issue form");
      const stale = await findStale(repository, wanted);
      for (const path of foreign)
        terminal.err(
          `${path} is not one that Handrail made, so it stays as it is; rename it, and run this again for the form.\n`,
        );
      if (foreign.length > 0) finish(exitCodes.problems);
      if (check !== true) {
        await writeFiles(repository, stale, wanted);
        terminal.err(`${forms}, ${stale.length} changed.\n`);
      } else if (stale.length > 0) {
        for (const path of stale) terminal.out(`${path}\n`);
        terminal.err(
          "These issue forms are out of date: run `npx handrail forms` and commit what it writes.\n",
        );
        finish(exitCodes.problems);
      } else terminal.err(`${forms}, all up to date.\n`);
      return undefined;
    });
};

function errorsLeftOut(count: number): string {
  if (count === 0) return "Some files are not read, and none of the start forms takes anything from them:";
  return count === 1
    ? "One process has errors, so its start form stays as it is until they are mended:"
    : `${count} processes have errors, so their start forms stay as they are until they are mended:`;
}

/**
 * A form for each sound process and one for proposals, none for a process that only has a form left, and no touch for that of a process with
 * errors or for a file of somebody else's.
 */
function wantedForms(
  { handbook, broken }: CheckedHandbook,
  existing: ReadonlyMap<string, string>,
): { wanted: WantedFiles; foreign: readonly string[] } {
  const isForeign = (path: string) => {
    const text = existing.get(path);
    return text !== undefined && !isOwnForm(text);
  };
  const forms = issueForms(handbook);
  const kept = new Set([...broken].map(startFormPath));
  const ours = [...existing.keys()].filter((path) => !isForeign(path) && !kept.has(path));
  return {
    wanted: new Map([
      ...ours.map((path) => [path, undefined] as const),
      ...[...forms].filter(([path]) => !isForeign(path)),
    ]),
    foreign: [...forms.keys()].filter(isForeign),
  };
}
