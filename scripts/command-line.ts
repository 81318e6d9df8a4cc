import { Command, CommanderError } from "commander";
import { packageFacts } from "./package-root.ts";
import { exitCodes, type Terminal, UsageError } from "./terminal.ts";

/** Adds one command to the program; `finish` takes the exit code when it is not 0. */
export type AddCommand = (program: Command, terminal: Terminal, finish: (code: number) => void) => void;

/** Every command, in the order the help lists them. A new one is a file in `commands` and a line here. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  init: async () => (await import("./commands/init.ts")).addInitCommand,
  start: async () => (await import("./commands/start.ts")).addStartCommand,
  build: async () => (await import("./commands/build.ts")).addBuildCommand,
  check: async () => (await import("./commands/check.ts")).addCheckCommand,
  plan: async () => (await import("./commands/plan.ts")).addPlanCommand,
  diff: async () => (await import("./commands/diff.ts")).addDiffCommand,
  codeowners: async () => (await import("./commands/codeowners.ts")).addCodeownersCommand,
  forms: async () => (await import("./commands/forms.ts")).addFormsCommand,
  new: async () => (await import("./commands/new.ts")).addNewCommand,
  import: async () => (await import("./commands/import.ts")).addImportCommand,
  schemas: async () => (await import("./commands/schemas.ts")).addSchemasCommand,
  upgrade: async () => (await import("./commands/upgrade.ts")).addUpgradeCommand,
  sandbox: async () => (await import("./commands/sandbox.ts")).addSandboxCommand,
  sweep: async () => (await import("./commands/sweep.ts")).addSweepCommand,
  propose: async () => (await import("./commands/propose.ts")).addProposeCommand,
  report: async () => (await import("./commands/report.ts")).addReportCommand,
  record: async () => (await import("./commands/record.ts")).addRecordCommand,
  action: async () => (await import("./commands/action.ts")).addActionCommand,
  serve: async () => (await import("./commands/serve.ts")).addServeCommand,
};

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
  for (const addCommand of await neededCommands(args[0])) addCommand(program, terminal, finish);
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

/** The command that is called, or all of them for the help: what the others are made of takes a while to load. */
async function neededCommands(name: string | undefined): Promise<AddCommand[]> {
  if (name === "--version" || name === "-V") return [];
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  return Promise.all((load ? [load] : Object.values(commands)).map((loader) => loader()));
}

function newProgram(terminal: Terminal): Command {
  const program = new Command("handrail");
  return program
    .description("Process handbooks that run: check, plan and start the processes of a handbook.")
    .version(packageFacts().version)
    .exitOverride()
    .showHelpAfterError("Add --help to see what is possible.")
    .showSuggestionAfterError()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
}
