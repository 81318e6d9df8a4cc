import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { codeownersPlaces, writeCodeowners } from "../../core/codeowners/index.ts";
import { code } from "../../core/message.ts";
import type { AddCommand } from "../command-line.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { exitCodes } from "../terminal.ts";
import { findStale, writeFiles } from "../write-files.ts";

interface CodeownersOptions {
  readonly handbook: string;
  readonly check?: boolean;
  readonly repository: string;
}

/** `codeowners`: names the owners of each process in CODEOWNERS, so that GitHub asks them to look at changes. */
export const addCodeownersCommand: AddCommand = (program, terminal, finish) => {
  program
    .command("codeowners")
    .description("Name the owner of each process in CODEOWNERS; what others wrote there stays.")
    .option("--check", "write nothing; tell whether the file is out of date")
    .option("--repository <dir>", "the folder that holds .github", ".")
    .option(...handbookOption)
    .action(async ({ handbook, check, repository }: CodeownersOptions) => {
      const { handbook: checked, root } = await readCheckedHandbook(handbook);
      const { path, text } = await existingFile(repository);
      const wanted = new Map([[path, writeCodeowners(text, checked, root)]]);
      const stale = await findStale(repository, wanted);
      if (stale.length === 0) return terminal.err(`${code(path)} names the owners of all processes.\n`);
      if (check !== true) {
        await writeFiles(repository, stale, wanted);
        return terminal.err(`${code(path)} now names the owners of all processes; commit it.\n`);
      }
      terminal.err(`${code(path)} is out of date; run \`handrail codeowners\` and commit what it writes.\n`);
      return finish(exitCodes.problems);
    });
};

/** The file GitHub would read, else the first place it looks at. */
async function existingFile(repository: string): Promise<{ path: string; text: string | undefined }> {
  for (const path of codeownersPlaces) {
    const text = await readFile(join(repository, path), "utf8").catch(() => undefined);
    if (text !== undefined) return { path, text };
  }
  return { path: codeownersPlaces[0] ?? "CODEOWNERS", text: undefined };
}
