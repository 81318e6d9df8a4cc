import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { filesWith, formBody, openTestWorld, type TestWorld } from "../bot/world.ts";
import { nodes } from "./nodes.ts";

const folder = mkdtempSync(join(tmpdir(), "handrail-action-"));
const bundle = join(folder, "action/index.js");
let world: TestWorld;
let events = 0;

// The action as today's sources give it; what is committed is that of the last release.
beforeAll(() => {
  execFileSync(process.execPath, ["scripts/package/make-action.ts", join(folder, "action")]);
  return () => rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files: filesWith("publish-blog-post") });
  world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
});
afterEach(() => world.close());

/** Runs the bundle as a job does, in a folder with nothing of ours: what it knows comes by the environment. */
function job(node: string, event: string, payload: object = {}): Promise<{ code: number; out: string }> {
  events += 1;
  const path = join(folder, `event-${events}.json`);
  writeFileSync(path, JSON.stringify(payload));
  const env = {
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: world.repository,
    GITHUB_API_URL: world.sandbox.links.api,
    GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
    INPUT_TOKEN: world.sandbox.tokens["github-actions[bot]"] ?? "",
    INPUT_HANDBOOK: "processes",
    HANDRAIL_NOW: "2026-11-02T09:00:00Z",
  };
  return new Promise((done) => {
    execFile(node, [bundle], { cwd: folder, env }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), out: stdout + stderr });
    });
  });
}

async function openStart(): Promise<object> {
  const body = formBody({
    Process: "publish-blog-post",
    "Publish date": "2026-12-18",
    "Topic or working title": "Rails",
  });
  const number = await world.as("demo-lena").open("Publish a blog post: Rails", body, ["handrail:run"]);
  const [owner = "", name = ""] = world.repository.split("/");
  return {
    action: "opened",
    issue: { number, body, labels: [{ name: "handrail:run" }] },
    repository: { name, owner: { login: owner } },
    sender: { login: "demo-lena", type: "User" },
  };
}

const steps = async () => (await world.issues()).filter((issue) => issue.parent === 1).length;

test("is at most three megabytes to download", () => {
  expect(gzipSync(readFileSync(bundle)).length).toBeLessThan(3_000_000);
});

describe.each(nodes)("on %s", (node) => {
  test("a start becomes a run", async () => {
    expect(await job(node, "issues", await openStart())).toEqual({
      code: 0,
      out: "Looked at run #1: everything there is as it should be.\n",
    });
    expect(await steps()).toBe(8);
  });

  test("two jobs, the second of which begins when the first has ended, make every step once", async () => {
    const payload = await openStart();
    await job(node, "issues", payload);
    await job(node, "schedule");
    expect(await steps()).toBe(8);
  });

  test("a job that begins with earlier events lost finds what they were about", async () => {
    await openStart();
    expect((await job(node, "schedule")).code).toBe(0);
    expect(await steps()).toBe(8);
  });
});

test("two jobs at once leave each step open once, after one more look", async () => {
  const [node = process.execPath] = nodes;
  const payload = await openStart();
  await Promise.all([job(node, "issues", payload), job(node, "schedule")]);
  await job(node, "schedule");
  const open = (await world.issues()).filter((issue) => issue.parent === 1 && issue.state === "open");
  expect(new Set(open.map(({ title }) => title)).size).toBe(open.length);
  expect(open).toHaveLength(8);
});
