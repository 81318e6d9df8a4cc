import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createLiveHandbook,
  type LiveHandbook,
  openPageProgram,
  pageProgramFolder,
  readSettings,
} from "../../../site/index.ts";
import { writeFiles } from "../bench/write-files.ts";
import { showcaseHandbook } from "../showcase-handbook.ts";

const folder = mkdtempSync(join(tmpdir(), "handrail-side-"));
const handbook = join(folder, "repository/handbook");
const environment = { HANDRAIL_HANDBOOK: handbook, HANDRAIL_CACHE: join(folder, "cache") };
const now = () => "2026-11-23T08:00:00Z";
const problems: string[] = [];
const servers: Server[] = [];
const lives: LiveHandbook[] = [];

beforeAll(() => writeFiles(handbook, showcaseHandbook()));
afterAll(async () => {
  for (const server of servers) server.close();
  for (const server of servers) server.closeAllConnections();
  for (const live of lives) await live.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Serves the handbook in this process; gives its address. */
async function serve(): Promise<string> {
  const program = await openPageProgram(await pageProgramFolder());
  const live = await createLiveHandbook(program, readSettings(environment, now), {
    now,
    showsEverything: true,
    onProblem: (message) => problems.push(message),
  });
  const server = createServer(live.handle);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  servers.push(server);
  lives.push(live);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
/** Serves the same handbook in another process. */
async function serveBeside() {
  const child = spawn(process.execPath, [join(import.meta.dirname, "serve-beside.ts")], {
    env: { ...process.env, ...environment },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [address] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
  return { child, address: address.trim() };
}
const search = async (address: string) => (await fetch(`${address}/pagefind/pagefind-entry.json`)).status;
const workshops = () =>
  readdirSync(join(folder, "cache/handrail/live"), { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === "shown")
    .map(({ parentPath }) => parentPath);

describe("a handbook that is served by several at once", () => {
  test("can be searched in each of them, whichever ends, and leaves nothing behind", async () => {
    const [one, two, other, third] = [await serve(), await serve(), await serveBeside(), await serveBeside()];
    expect(await Promise.all([one, two, other.address, third.address].map(search))).toEqual([
      200, 200, 200, 200,
    ]);
    expect(workshops()).toHaveLength(4);
    other.child.stdin.end();
    third.child.kill("SIGKILL");
    await Promise.all([once(other.child, "exit"), once(third.child, "exit")]);
    expect(workshops()).toHaveLength(3);
    await lives[1]?.close();
    expect(workshops()).toHaveLength(2);
    const four = await serve();
    expect(await Promise.all([one, four].map(search))).toEqual([200, 200]);
    expect(workshops()).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  test("tells what was committed, once it is", async () => {
    const address = await serve();
    const page = async () => (await fetch(`${address}/processes/fair/`)).text();
    const git = (...words: string[]) =>
      execFileSync("git", ["-C", join(folder, "repository"), ...words], { stdio: "pipe" });
    const commit = (message: string, ...words: string[]) =>
      git("-c", "user.name=Ada", "-c", "user.email=a@b", "commit", "-q", "-m", message, ...words);
    git("init", "-q");
    git("add", ".");
    commit("Begin");
    writeFiles(
      handbook,
      new Map([["events/fair.mdx", `${showcaseHandbook().get("events/fair.mdx")}\nMore.\n`]]),
    );
    await expect.poll(page).toContain("not committed yet");
    git("add", ".");
    commit("Say more of it");
    await expect.poll(page).toContain("Say more of it");
    expect(await page()).not.toContain("not committed yet");
  });
});
