import { hasErrors } from "../../core/problem.ts";
import { problemLines } from "../../core/text/index.ts";
import {
  buildHandbook,
  failureText,
  openPageProgram,
  pageProgramFolder,
  readSettings,
} from "../../site/index.ts";
import type { AddCommand } from "../command-line.ts";
import { handbookOption, requireHandbook } from "../handbook-option.ts";
import { exitCodes } from "../terminal.ts";

interface BuildOptions {
  readonly handbook: string;
  readonly out: string;
}

/** `build`: the handbook as a folder of pages that any web server can serve. */
export const addBuildCommand: AddCommand = (program, terminal, finish) => {
  const { env } = terminal;
  program
    .command("build")
    .description("Write the pages of the handbook into a folder that any web server can serve.")
    .option("--out <dir>", "folder to write to", env["HANDRAIL_OUT"] || "dist")
    .option(handbookOption[0], handbookOption[1], env["HANDRAIL_HANDBOOK"] || handbookOption[2])
    .addHelpText(
      "after",
      "\nAddress, base path and more are environment variables: Handrail's docs/going-live.md lists them.",
    )
    .action(async ({ handbook, out }: BuildOptions) => {
      await requireHandbook(handbook);
      try {
        const settings = readSettings({ ...env, HANDRAIL_HANDBOOK: handbook }, terminal.now);
        const pageProgram = await openPageProgram(await pageProgramFolder());
        const { problems, broken, pages, changed } = await buildHandbook(pageProgram, settings, out);
        if (pages > 0) terminal.out(`${changed} of ${pages} pages changed.\n`);
        if (hasErrors(problems)) {
          terminal.err(
            `${pages > 0 ? "Processes with errors were left out:\n" : ""}${problemLines(problems)}`,
          );
          return finish(exitCodes.problems);
        }
        for (const { page, link, reason } of broken) terminal.err(`${page} ${link} ${reason}\n`);
        if (broken.length > 0) finish(exitCodes.problems);
      } catch (error) {
        terminal.err(failureText(error));
        finish(exitCodes.problems);
      }
    });
};
