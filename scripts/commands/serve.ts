import type { AddCommand } from "../command-line.ts";

/** `serve`: the bot as a GitHub App on a server, until it is stopped. */
export const addServeCommand: AddCommand = (program) => {
  program
    .command("serve")
    .description("Serve the bot as a GitHub App: it hears webhooks, and looks at all open runs every hour.")
    .addHelpText("after", "\nIts settings are environment variables: docs/going-live.md lists them.")
    .action(async () => {
      await import("../../bot/server.ts");
    });
};
