import type { ProcessId } from "../../core/definition/index.ts";
import { isStartForm, startFormPath, writeStartForm } from "../../core/form/index.ts";
import { type CheckedHandbook, hasErrorsBesideProcesses } from "../../core/handbook/index.ts";
import { count } from "../../core/text/index.ts";
import type { AddCommand } from "../command-line.ts";
import { startFormsIn } from "../facts/start-forms.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { problemReporters } from "../reporters/index.ts";
import { exitCodes } from "../terminal.ts";
import { findStale, type WantedFiles, writeFiles } from "../write-files.ts";

interface FormsOptions {
  readonly handbook: string;
  readonly check?: boolean;
  readonly repository: string;
}

/** `forms`: writes a start form a process, and removes those of processes that are gone. */
export const addFormsCommand: AddCommand = (program, terminal, finish) => {
  program
    .command("forms")
    .description("Write the GitHub issue forms that start each process.")
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
      const existing = await startFormsIn(repository);
      const { wanted, foreign } = wantedForms(checked, existing);
      const stale = await findStale(repository, wanted);
      for (const path of foreign)
        terminal.err(
          `${path} is not one that Handrail made, so it stays as it is; rename it, and run this again for the start form.\n`,
        );
      if (foreign.length > 0) finish(exitCodes.problems);
      if (check !== true) {
        await writeFiles(repository, stale, wanted);
        terminal.err(`${count(checked.handbook.processes.size, "start form")}, ${stale.length} changed.\n`);
      } else if (stale.length > 0) {
        for (const path of stale) terminal.out(`${path}\n`);
        terminal.err(
          "These start forms are out of date: run `npx handrail forms` and commit what it writes.\n",
        );
        finish(exitCodes.problems);
      } else terminal.err(`${count(checked.handbook.processes.size, "start form")}, all up to date.\n`);
      return undefined;
    });
};

function errorsLeftOut(count: number): string {
  return count === 1
    ? "One process has errors, so its start form stays as it is until they are mended:"
    : `${count} processes have errors, so their start forms stay as they are until they are mended:`;
}

/**
 * A form for each sound process, none for a process that only has a form left, and no touch for that of a process with
 * errors or for a file of somebody else's.
 */
function wantedForms(
  { handbook, broken }: CheckedHandbook,
  existing: ReadonlyMap<ProcessId, string>,
): { wanted: WantedFiles; foreign: readonly string[] } {
  const isForeign = (id: ProcessId) => {
    const text = existing.get(id);
    return text !== undefined && !isStartForm(text);
  };
  const definitions = [...handbook.processes.values()];
  const ours = [...existing.keys()].filter((id) => !isForeign(id) && !broken.has(id));
  return {
    wanted: new Map([
      ...ours.map((id) => [startFormPath(id), undefined] as const),
      ...definitions
        .filter(({ id }) => !isForeign(id))
        .map(
          (definition) =>
            [startFormPath(definition.id), writeStartForm(definition, handbook.config.site)] as const,
        ),
    ]),
    foreign: definitions.filter(({ id }) => isForeign(id)).map(({ id }) => startFormPath(id)),
  };
}
