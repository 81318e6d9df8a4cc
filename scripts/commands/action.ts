import type { AddCommand } from "../command-line.ts";

/** `action`: what a job of GitHub Actions does, with the environment it has there. */
export const addActionCommand: AddCommand = (program, terminal, finish) => {
  program
    .command("action")
    .description(
      "Do what one job of GitHub Actions does: look at the run that something happened to, or at all of them.",
    )
    .action(async () => {
      const { runAction } = await import("../../bot/action.ts");
      finish(
        await runAction({ env: terminal.env, now: terminal.now, print: (line) => terminal.out(`${line}\n`) }),
      );
    });
};
