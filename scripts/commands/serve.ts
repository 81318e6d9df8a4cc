import type { AddCommand } from "../command-line.ts";

/** `serve`: the bot as a GitHub App on a server, until it is stopped. */
export const addServeCommand: AddCommand = (program) => {
  program
    .command("serve")
    .description(
      "Serve the bot as a GitHub App: it hears webhooks, looks at all open runs every hour, and shows the handbook if HANDRAIL_PAGES names it.",
    )
    .addHelpText(
      "after",
      "\nIts settings are environment variables: Handrail's docs/going-live.md lists them.",
    )
    .action(async () => {
      const { serve } = await import("../../bot/serve.ts");
      await serve(process.env, async (env, world) => {
        if (!env["HANDRAIL_PAGES"]) return undefined;
        const { openServedPages } = await import("../serve-pages.ts");
        return openServedPages(env, world);
      });
    });
};
