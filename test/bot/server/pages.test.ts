import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { writeFiles } from "../../site/bench/write-files.ts";
import {
  environment,
  type GitHub,
  handbook,
  type StartedServer,
  startGitHub,
  startServer,
  until,
} from "./started-server.ts";

const folder = mkdtempSync(join(tmpdir(), "handrail-pages-"));
let github: GitHub;
let server: StartedServer | undefined;

beforeAll(async () => {
  writeFiles(folder, handbook);
  github = await startGitHub(() => `${server?.url}/api/github/webhooks`);
});
afterEach(() => server?.kill());
afterAll(async () => {
  await github.close();
  rmSync(folder, { recursive: true, force: true });
});

async function serve(more: Readonly<Record<string, string>>): Promise<(path: string) => Promise<string>> {
  const env = environment(github, {
    HANDRAIL_PAGES: join(folder, "processes"),
    HANDRAIL_CACHE: join(folder, "cache"),
    ...more,
  });
  const started = await startServer(env, [process.execPath, "scripts/handrail.ts", "serve"]);
  server = started;
  const read = async (path: string) => (await fetch(`${started.url}${path}`)).text();
  if (started.url !== "")
    await until("the pages", async () => (await fetch(`${started.url}/x`)).status !== 503);
  return read;
}

test("behind a login, the pages show runs and people as they stand", async () => {
  const read = await serve({ HANDRAIL_PAGES_SHOW: "everything" });
  expect(await read("/processes/article/")).toContain('<h1 id="_top">Write an article</h1>');
  expect(await read("/healthz")).toBe("ok\n");
  expect(await read("/roles/author/")).toContain("demo-ann");
  await github.openStart("Write an article: Ropes");
  await until("the run", async () => (await read("/dashboard/")).includes("Write an article: Ropes"));
});

test("without the switch, handbook.yml decides, which publishes nothing", async () => {
  const read = await serve({});
  expect(await read("/roles/author/")).not.toContain("demo-ann");
  expect(await read("/dashboard/")).not.toContain("Ropes");
});

test("without HANDRAIL_PAGES there are none", async () => {
  server = await startServer(environment(github), [process.execPath, "scripts/handrail.ts", "serve"]);
  expect((await fetch(`${server.url}/processes/article/`)).status).toBe(404);
});

test("a misspelt switch ends the server before it shows anything", async () => {
  await serve({ HANDRAIL_PAGES_SHOW: "everyting" });
  expect(server?.output()).toContain('Unexpected HANDRAIL_PAGES_SHOW "everyting", expected `everything`');
  expect(await server?.ended).toBe(1);
});

test("a handbook that cannot be shown does not stop the bot", async () => {
  const env = environment(github, { HANDRAIL_PAGES: join(folder, "nowhere") });
  server = await startServer(env, [process.execPath, "scripts/handrail.ts", "serve"]);
  await until("the word", () => server?.output().includes("The handbook cannot be shown") ?? false);
  expect((await fetch(`${server.url}/`)).status).toBe(503);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});
