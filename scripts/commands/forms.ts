import type { ProcessId } from "../../core/definition/index.ts";
import { startFormPath, writeStartForm } from "../../core/form/index.ts";
import type { CheckedHandbook } from "../../core/handbook/index.ts";
import { hasErrors } from "../../core/problem.ts";
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
      if (hasErrors(checked.problems)) {
        const errors = checked.problems.filter(({ severity }) => severity === "error");
        terminal.err(`The handbook has errors; mend them first:\n${problemReporters.text(errors)}`);
        return finish(exitCodes.problems);
      }
      const existing = await startFormsIn(repository);
      const wanted = wantedForms(checked, existing.keys());
      const stale = await findStale(repository, wanted);
      if (check !== true) {
        await writeFiles(repository, stale, wanted);
        terminal.err(`${count(checked.handbook.processes.size, "start form")}, ${stale.length} changed.\n`);
      } else if (stale.length > 0) {
        for (const path of stale) terminal.out(`${path}\n`);
        terminal.err(
          "These start forms are out of date: run `npm run handrail -- forms` and commit what it writes.\n",
        );
        finish(exitCodes.problems);
      } else terminal.err(`${count(checked.handbook.processes.size, "start form")}, all up to date.\n`);
      return undefined;
    });
};

/** A form for each process, and none for the processes that only have a form left. */
function wantedForms({ handbook }: CheckedHandbook, existing: Iterable<ProcessId>): WantedFiles {
  return new Map([
    ...[...existing].map((id) => [startFormPath(id), undefined] as const),
    ...[...handbook.processes.values()].map(
      (definition) =>
        [startFormPath(definition.id), writeStartForm(definition, handbook.config.site)] as const,
    ),
  ]);
}
