import { once } from "node:events";
import { Temporal } from "../../core/temporal.ts";
import type { AddCommand } from "../command-line.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { startLocalWorld } from "../local-world.ts";
import { readPort } from "../read-port.ts";
import { UsageError } from "../terminal.ts";

interface SandboxCommandOptions {
  readonly handbook: string;
  readonly port: string;
  readonly now?: string;
  readonly json?: boolean;
}

/** `sandbox`: a local GitHub with the bot attached, until it is stopped. */
export const addSandboxCommand: AddCommand = (program, terminal) => {
  program
    .command("sandbox")
    .description("Start a local GitHub with the bot attached: no account, no network.")
    .option("--port <n>", "port to listen on; any free one when left out", "0")
    .option("--now <instant>", "the moment its clock begins at, such as 2026-12-01T08:00:00Z")
    .option("--json", "print one line of JSON with its addresses and tokens")
    .option(...handbookOption)
    .action(async (options: SandboxCommandOptions) => {
      await readCheckedHandbook(options.handbook);
      const now = options.now ?? terminal.env["HANDRAIL_NOW"];
      const world = await startLocalWorld({
        port: readPort("--port", options.port),
        handbookFolder: options.handbook,
        now: now === undefined ? undefined : readInstant(now),
        githubPath: "",
      });
      const { api, graphql, web } = world.sandbox.links;
      if (options.json === true) {
        const line = { api, graphql, web, repository: world.repository, tokens: world.sandbox.tokens };
        terminal.out(`${JSON.stringify(line)}\n`);
      } else terminal.out(`${web}/${world.repository}/issues\n`);
      terminal.err("Stop with Ctrl+C.\n");
      await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
      await world.close();
    });
};

function readInstant(text: string): string {
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    throw new UsageError(`Unexpected instant \`${text}\`, expected one such as \`2026-12-01T08:00:00Z\`.`);
  }
}
