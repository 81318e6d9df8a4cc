import { once } from "node:events";
import { createServer } from "node:http";
import { createBot } from "./create-bot.ts";

const everyHour = 60 * 60 * 1000;

/**
 * The bot as a server: a GitHub App that hears webhooks and looks at all open runs at the start and every hour.
 * Settings come from the environment: APP_ID, PRIVATE_KEY, WEBHOOK_SECRET; PORT, HOST, GITHUB_API_URL, HANDRAIL_KEY and
 * HANDRAIL_HANDBOOK where the defaults do not fit.
 */
async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const bot = await createBot({
    appId: required(env, "APP_ID"),
    privateKey: required(env, "PRIVATE_KEY").replaceAll("\\n", "\n"),
    secret: env["WEBHOOK_SECRET"] ?? "",
    notesKey: env["HANDRAIL_KEY"] || undefined,
    baseUrl: env["GITHUB_API_URL"],
    handbookRoot: env["HANDRAIL_HANDBOOK"] ?? "processes",
    now: () => env["HANDRAIL_NOW"] ?? new Date().toISOString(),
    webhooksPath: "/api/github/webhooks",
    logLevel: "info",
  });
  const server = createServer(async (request, response) => {
    if (await bot.handle(request, response)) return;
    const isHealthCheck = request.url === "/health";
    response
      .writeHead(isHealthCheck ? 200 : 404, { "content-type": "text/plain" })
      .end(isHealthCheck ? "ok\n" : "");
  });
  const port = Number(env["PORT"] ?? 3000);
  server.listen(port, env["HOST"] ?? "127.0.0.1");
  await once(server, "listening");
  console.error(`Handrail listens on port ${port}.`);
  const sweep = () =>
    bot.sweepEverywhere().catch((error: unknown) => console.error("A sweep failed:", error));
  await sweep();
  const timer = setInterval(sweep, everyHour);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  clearInterval(timer);
  server.close();
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set; docs/going-live.md says where its value comes from.`);
  return value;
}

serve(process.env).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
