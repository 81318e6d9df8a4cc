import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  environment,
  type GitHub,
  type StartedServer,
  startGitHub,
  startServer,
  until,
} from "./started-server.ts";

// Copying the packages takes a while on a busy machine.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const lines = readFileSync("deploy/Dockerfile", "utf8").split("\n");

/** What the last stage of the image copies from the repository, and the command it runs. */
function lastStage() {
  const stage = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM ")));
  const copied = stage.flatMap((line) => {
    const [, from = "", to = ""] = /^COPY (?!--)(\S+) (\S+)$/.exec(line) ?? [];
    return from === "" ? [] : [{ from, to }];
  });
  const command = stage.flatMap((line) =>
    line.startsWith("CMD ") ? [JSON.parse(line.slice(4)) as string[]] : [],
  )[0];
  return { copied, command: command ?? [] };
}

interface Locked {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>;
}

/** The packages that `npm ci --omit=dev` installs, by their folders. */
function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as Locked;
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional && existsSync(path))
    .map(([path]) => path);
}

const folder = mkdtempSync(join(tmpdir(), "handrail-image-"));
let github: GitHub;
let server: StartedServer | undefined;

beforeAll(async () => {
  for (const { from, to } of lastStage().copied)
    cpSync(from, join(folder, to.endsWith("/") ? join(to, basename(from)) : to), { recursive: true });
  for (const path of productionPackages()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const isOwn = (source: string) => !source.slice(path.length).includes("/node_modules");
    cpSync(path, join(folder, path), { recursive: true, filter: isOwn, dereference: true });
  }
  github = await startGitHub(() => `${server?.url}/api/github/webhooks`);
});
afterAll(async () => {
  await server?.kill();
  await github.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the files and packages of the image are all the server needs", async () => {
  const { command } = lastStage();
  expect(command).toEqual(["node", "bot/server.ts"]);
  server = await startServer(environment(github), [process.execPath, ...command.slice(1)], folder);
  expect(server.output()).toContain("Handrail listens.");
  const statusOf = async (path: string) => (await fetch(`${server?.url}${path}`)).status;
  expect(await statusOf("/healthz")).toBe(200);
  await until("the server is ready", async () => (await statusOf("/readyz")) === 200);
  const run = await github.openStart("Write an article: from the image");
  await until(
    "its steps",
    () => [...github.state.issues.values()].filter(({ parentNumber }) => parentNumber === run).length === 3,
  );
});
