import { editorFilePaths, editorFiles } from "../../core/editor/index.ts";
import { count } from "../../core/text/index.ts";
import type { AddCommand } from "../command-line.ts";
import { handbookOption } from "../handbook-option.ts";
import { exitCodes } from "../terminal.ts";
import { findStale, readTexts, writeFiles } from "../write-files.ts";

interface SchemasOptions {
  readonly check?: boolean;
  readonly repository: string;
  readonly handbook: string;
}

/** `schemas`: writes the files that make an editor help with the handbook. */
export const addSchemasCommand: AddCommand = (program, terminal, finish) => {
  program
    .command("schemas")
    .description(
      "Write the JSON Schemas with which an editor helps to write a handbook, and add them to its settings.",
    )
    .option("--check", "write nothing; tell which files are out of date")
    .option("--repository <dir>", "the folder that gets schemas and .vscode", ".")
    .option(...handbookOption)
    .action(async ({ check, repository, handbook }: SchemasOptions) => {
      const existing = await readTexts(repository, editorFilePaths());
      const { files: wanted, foreign } = editorFiles(handbook, existing);
      for (const path of foreign)
        terminal.err(
          `${path} is not one that Handrail made, or cannot be read, so it stays as it is; move it away to get ours.\n`,
        );
      const stale = await findStale(repository, wanted);
      if (check !== true) {
        await writeFiles(repository, stale, wanted);
        terminal.err(`${count(wanted.size, "file")}, ${stale.length} changed.\n`);
      } else if (stale.length > 0) {
        for (const path of stale) terminal.out(`${path}\n`);
        terminal.err("These files are out of date: run `npx handrail schemas` and commit what it writes.\n");
        finish(exitCodes.problems);
      }
    });
};
