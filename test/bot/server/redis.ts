import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** A Redis of our own on a free port of this machine; it keeps nothing on disk. */
export interface StartedRedis {
  readonly url: string;
  /** Ends it and starts it anew, empty. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Why tests with Redis cannot run here; nothing when they can. Continuous integration installs what they need, so there
 * they run, and fail when it is missing.
 */
export async function missingForRedis(): Promise<string | undefined> {
  if (process.env["CI"]) return undefined;
  if (spawnSync("redis-server", ["--version"]).error) return "redis-server is not installed here";
  const [name]: readonly string[] = ["bullmq"];
  return import(name ?? "").then(
    () => undefined,
    () => "bullmq is not installed here",
  );
}

export async function startRedis(): Promise<StartedRedis> {
  const port = await freePort();
  const start = async () => {
    const child = spawn(
      "redis-server",
      ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    for await (const text of child.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false }))
      if (String(text).includes("Ready to accept connections")) break;
    child.stdout.resume();
    return child;
  };
  let child = await start();
  const stop = async () => {
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    async restart() {
      await stop();
      child = await start();
    },
    close: stop,
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
