import { stat } from "node:fs/promises";
import { Option } from "commander";
import { civilToday } from "../../core/calendar/index.ts";
import { handbookMeaning, meaningAsMarkdown } from "../../core/change/index.ts";
import type { HandbookFiles } from "../../core/definition/index.ts";
import { createHandbookOpener } from "../../core/handbook/index.ts";
import { code } from "../../core/message.ts";
import { hasErrors } from "../../core/problem.ts";
import { readHandbookFolder, readHandbookRevision } from "../../disk/index.ts";
import type { AddCommand } from "../command-line.ts";
import { handbookOption } from "../handbook-option.ts";
import { readNow } from "../read-now.ts";
import { meaningAsJson } from "../reporters/change-as-json.ts";
import { problemReporters } from "../reporters/index.ts";
import { exitCodes, UsageError } from "../terminal.ts";

interface DiffOptions {
  readonly handbook: string;
  readonly format: "markdown" | "json";
}

/** `diff BASE [HEAD]`: what changed between two handbooks, and what it means. */
export const addDiffCommand: AddCommand = (program, terminal, finish) => {
  program
    .command("diff")
    .description("Print what a change of the handbook means for those who work by it.")
    .argument("<base>", "a git revision, such as main, or the folder of a handbook")
    .argument("[head]", "the same for the other side; the handbook as it is on disk when left out")
    .addOption(
      new Option("--format <format>", "how to print").choices(["markdown", "json"]).default("markdown"),
    )
    .option(...handbookOption)
    .action(async (base: string, head: string | undefined, { handbook, format }: DiffOptions) => {
      const open = createHandbookOpener();
      const [before, after] = [
        open(await readSide(base, handbook), { root: base }),
        open(await readSide(head ?? handbook, handbook, head === undefined), { root: head ?? handbook }),
      ];
      const today = civilToday(readNow(terminal), after.handbook.config.timeZone);
      const meaning = handbookMeaning(before, after, today);
      const sides = { before: before.handbook, after: after.handbook };
      terminal.out(format === "json" ? meaningAsJson(meaning, sides) : meaningAsMarkdown(meaning, sides));
      const errors = [before, after].map(({ problems }) =>
        problems.filter(({ severity }) => severity === "error"),
      );
      if (errors.flat().length === 0) return;
      terminal.err("Left out, because it has errors on one side:\n");
      terminal.err(problemReporters.text(errors.flat()));
      if (hasErrors(after.problems)) finish(exitCodes.problems);
    });
};

async function readSide(name: string, handbook: string, isFolder = false): Promise<HandbookFiles> {
  const files =
    isFolder || (await isThere(name))
      ? await readFolder(name)
      : await readHandbookRevision((await isThere(handbook)) ? handbook : ".", name);
  if (files === undefined) {
    throw new UsageError(
      `${code(name)} is neither a folder nor a revision that git knows here, expected a handbook's folder, a branch, a tag or a commit, such as \`main\`.`,
    );
  }
  return files;
}

async function readFolder(name: string): Promise<HandbookFiles> {
  if (await isThere(name)) return readHandbookFolder(name);
  throw new UsageError(
    `No handbook at ${name}: expected a folder with handbook.yml; name it with --handbook.`,
  );
}

function isThere(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
