import { Command, CommanderError } from "commander";
import { addCheckCommand } from "./commands/check.ts";
import { addFormsCommand } from "./commands/forms.ts";
import { addPlanCommand } from "./commands/plan.ts";
import { addReportCommand } from "./commands/report.ts";
import { addSandboxCommand } from "./commands/sandbox.ts";
import { addSweepCommand } from "./commands/sweep.ts";
import { exitCodes, type Terminal, UsageError } from "./terminal.ts";

/** Every command, in the order the help lists them. A new one is a file in `commands` and a line here. */
const addCommands: readonly AddCommand[] = [
  addCheckCommand,
  addPlanCommand,
  addFormsCommand,
  addSandboxCommand,
  addSweepCommand,
  addReportCommand,
];

/**
 * Runs one command and gives its exit code: 0 fine, 1 problems found, 2 wrong usage.
 * Mistakes in Handrail itself are thrown.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = exitCodes.fine;
  const finish = (code: number) => {
    exitCode = code;
  };
  const program = newProgram(terminal);
  for (const addCommand of addCommands) {
    addCommand(program, terminal, finish);
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    if (error instanceof UsageError) {
      terminal.err(`${error.message}\n`);
      return exitCodes.usage;
    }
    throw error;
  }
}

/** Adds one command to the program; `finish` takes the exit code when it is not 0. */
export type AddCommand = (program: Command, terminal: Terminal, finish: (code: number) => void) => void;

function newProgram(terminal: Terminal): Command {
  const program = new Command("handrail");
  return program
    .description("Process handbooks that run: check, plan and start the processes of a handbook.")
    .exitOverride()
    .showHelpAfterError("Add --help to see what is possible.")
    .showSuggestionAfterError()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
}
