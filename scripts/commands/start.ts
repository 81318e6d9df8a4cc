import { once } from "node:events";
import type { AddCommand } from "../command-line.ts";
import { handbookOption, requireHandbook } from "../handbook-option.ts";
import { readNow } from "../read-now.ts";
import { readPort } from "../read-port.ts";

interface StartCommandOptions {
  readonly handbook?: string;
  readonly port?: string;
}

/** `start`: handbook, local GitHub and bot on one address of this machine, until they are stopped. */
export const addStartCommand: AddCommand = (program, terminal) => {
  const { env } = terminal;
  program
    .command("start")
    .description("Show the handbook, with a local GitHub and the bot, on one address of this machine.")
    .option("--port <n>", "port to listen on; PORT, else 4321, when left out")
    .option(handbookOption[0], handbookOption[1], env["HANDRAIL_HANDBOOK"] || handbookOption[2])
    .action(async ({ handbook = "processes", port: asked }: StartCommandOptions) => {
      const port = readPort("--port", asked ?? env["PORT"] ?? "4321");
      await requireHandbook(handbook);
      const { startHandrail } = await import("../start-handrail.ts");
      let hasProblem = false;
      const handrail = await startHandrail({
        port,
        handbookFolder: handbook,
        workFolder: ".cache/start",
        now: env["HANDRAIL_NOW"] === undefined ? undefined : readNow(terminal),
        onProblem: (message) => {
          hasProblem = true;
          terminal.err(`${message}\n`);
        },
        onNew: () => {
          if (hasProblem) terminal.err("The handbook is read again, and shown as it is now.\n");
          hasProblem = false;
        },
      });
      terminal.out(`\n  ${handrail.url}/\n\n`);
      terminal.err(
        "The handbook, and a local GitHub with the bot attached. Nothing leaves this machine.\nThe handbook follows your changes to its files, and the runs you start. Stop with Ctrl+C.\n",
      );
      await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
      await handrail.close();
    });
};
