import { once } from "node:events";
import { startHandrail } from "./start-handrail.ts";

const port = Number(process.env["PORT"] ?? 4321);

/** Handbook, local GitHub and bot on one address of this machine, until they are stopped. */
async function start(): Promise<void> {
  let hasProblem = false;
  const handrail = await startHandrail({
    port,
    handbookFolder: process.env["HANDRAIL_HANDBOOK"] || "processes",
    workFolder: ".cache/start",
    now: process.env["HANDRAIL_NOW"],
    onProblem: (message) => {
      hasProblem = true;
      console.error(message);
    },
    onNew: () => {
      if (hasProblem) console.log("The handbook is read again, and shown as it is now.");
      hasProblem = false;
    },
  });
  console.log(
    `\n  ${handrail.url}/\n\nThe handbook, and a local GitHub with the bot attached. Nothing leaves this machine.`,
  );
  console.log("The handbook follows your changes to its files, and the runs you start. Stop with Ctrl+C.");
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await handrail.close();
  process.exit();
}

start().catch((error: Error & { code?: string }) => {
  const isTaken = error.code === "EADDRINUSE";
  const words = `Port ${port} is taken by another program; choose another one: PORT=${port + 1} npm start`;
  console.error(isTaken ? words : error.message);
  process.exitCode = 1;
});
