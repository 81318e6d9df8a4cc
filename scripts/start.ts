import { once } from "node:events";
import sirv from "sirv";
import { buildSite } from "./build-site.ts";
import { startLocalWorld } from "./local-world.ts";

const handbookFolder = process.env["HANDRAIL_HANDBOOK"] ?? "processes";
const outFolder = ".cache/start/site";
const githubPath = "/github";

/** Handbook, local GitHub and bot on one address of this machine, until they are stopped. */
async function start(): Promise<void> {
  console.log("Building the handbook …");
  const now = process.env["HANDRAIL_NOW"];
  await buildSite({ outFolder, handbookFolder, githubUrl: githubPath, now });
  const world = await startLocalWorld({
    port: Number(process.env["PORT"] ?? 4321),
    handbookFolder,
    now,
    githubPath,
    rest: sirv(outFolder, { etag: true }),
    nav: [{ title: "Handbook", href: "/" }],
  });
  console.log(
    `\n  ${world.url}/\n\nThe handbook, and a local GitHub with the bot attached. Nothing leaves this machine.`,
  );
  console.log("Stop with Ctrl+C.");
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await world.close();
}

start().catch((error: Error & { code?: string }) => {
  if (error.code === "EADDRINUSE") {
    const port = Number(process.env["PORT"] ?? 4321);
    console.error(`Port ${port} is taken by another program; choose another one: PORT=${port + 1} npm start`);
  } else console.error(error.message);
  process.exitCode = 1;
});
