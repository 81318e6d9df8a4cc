import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { startFormPath, writeStartForm } from "../../core/form/index.ts";
import { hasErrors } from "../../core/problem.ts";
import { count } from "../../core/text/index.ts";
import type { AddCommand } from "../command-line.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { problemReporters } from "../reporters/index.ts";
import { exitCodes } from "../terminal.ts";

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
    .action(async (options: FormsOptions) => {
      const { handbook, problems } = await readCheckedHandbook(options.handbook);
      if (hasErrors(problems)) {
        terminal.err(`The handbook has errors; mend them first:\n${problemReporters.text(problems)}`);
        return finish(exitCodes.problems);
      }
      const wanted = new Map(
        [...handbook.processes.values()].map((definition) => [
          startFormPath(definition.id),
          writeStartForm(definition, handbook.config.site),
        ]),
      );
      const stale = await findStale(options.repository, wanted);
      if (options.check === true) {
        for (const path of stale) terminal.out(`${path}\n`);
        if (stale.length === 0) return undefined;
        terminal.err(
          "These start forms are out of date: run `npm run handrail -- forms` and commit what it writes.\n",
        );
        return finish(exitCodes.problems);
      }
      await writeForms(options.repository, stale, wanted);
      terminal.err(`${count(wanted.size, "start form")}, ${stale.length} changed.\n`);
      return undefined;
    });
};

/** Paths whose file differs from what is wanted: to be written, or to be removed when nothing is wanted there. */
async function findStale(repository: string, wanted: ReadonlyMap<string, string>): Promise<string[]> {
  const folder = dirname(startFormPath("x"));
  const names = await readdir(join(repository, folder)).catch(() => []);
  const existing = names.filter((name) => /^start-.*\.yml$/.test(name)).map((name) => `${folder}/${name}`);
  const stale: string[] = [];
  for (const path of new Set([...existing, ...wanted.keys()])) {
    const text = await readFile(join(repository, path), "utf8").catch(() => undefined);
    if (text?.replaceAll("\r\n", "\n") !== wanted.get(path)) stale.push(path);
  }
  return stale.sort();
}

async function writeForms(
  repository: string,
  stale: readonly string[],
  wanted: ReadonlyMap<string, string>,
): Promise<void> {
  for (const path of stale) {
    const file = join(repository, path);
    const text = wanted.get(path);
    if (text === undefined) await rm(file);
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
}
