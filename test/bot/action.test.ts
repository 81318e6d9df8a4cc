import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { runAction } from "../../bot/action.ts";
import { githubPolicy } from "../../bot/github/request-policy.ts";
import { filesWith, formBody, openTestWorld, type TestWorld } from "./world.ts";

const now = "2026-11-02T09:00:00Z";
let world: TestWorld;
afterEach(() => world.close());

async function act(event: string, payload?: unknown): Promise<{ exitCode: number; printed: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), "handrail-event-"));
  const printed: string[] = [];
  try {
    await writeFile(join(folder, "event.json"), JSON.stringify(payload ?? {}));
    const exitCode = await runAction({
      env: {
        GITHUB_EVENT_NAME: event,
        GITHUB_EVENT_PATH: join(folder, "event.json"),
        GITHUB_REPOSITORY: world.repository,
        GITHUB_TOKEN: world.sandbox.tokens["github-actions[bot]"],
        GITHUB_API_URL: world.sandbox.links.api,
        GITHUB_GRAPHQL_URL: world.sandbox.links.graphql,
      },
      now: () => now,
      print: (line) => printed.push(line),
      policy: { ...githubPolicy, writeSpacing: 0, sleep: async () => undefined, tries: 2 },
    });
    return { exitCode, printed };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An issue as its event has it. No webhook reaches the world's own bot, so that only the action acts. */
async function openQuietly(body: string): Promise<Record<string, unknown>> {
  world = await openTestWorld({ now, files: filesWith("publish-blog-post") });
  world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
  const number = await world.as("demo-lena").open("Publish a blog post: Rails", body, ["handrail:run"]);
  const sender = { login: "demo-lena", type: "User" };
  const [owner = "", name = ""] = world.repository.split("/");
  return {
    action: "opened",
    issue: { number, body, labels: [{ name: "handrail:run" }] },
    repository: { name, owner: { login: owner } },
    sender,
  };
}

const body = formBody({
  Process: "publish-blog-post",
  "Publish date": "2026-12-18",
  "Topic or working title": "Rails",
  "Anything the team should know": "",
  People: "",
});

test("an opened start issue becomes a run in one job, and ends with exit code 0", async () => {
  const payload = await openQuietly(body);
  const { exitCode, printed } = await act("issues", payload);
  expect({ exitCode, printed }).toEqual({ exitCode: 0, printed: [] });
  const steps = (await world.issues()).filter((issue) => issue.parent === 1);
  expect(steps).toHaveLength(8);
});

test("the schedule finds a start issue whose event was lost", async () => {
  await openQuietly(body);
  const { exitCode, printed } = await act("schedule");
  expect({ exitCode, printed }).toEqual({ exitCode: 0, printed: ["1 open run looked at, 1 changed."] });
  expect((await world.issues()).filter((issue) => issue.parent === 1)).toHaveLength(8);
});

test("closing a step releases the next in the same job, since nothing wakes another one", async () => {
  const payload = await openQuietly(body);
  await act("issues", payload);
  await world.as("demo-lena").close(2);
  const step = await world.issue(2);
  const { exitCode } = await act("issues", {
    ...payload,
    action: "closed",
    issue: { number: 2, body: step.body, parent_issue_url: "x/issues/1" },
  });
  expect(exitCode).toBe(0);
  expect((await world.issue(3)).comments.join()).toContain("@demo-ines, it is your turn");
});

test("a failure ends with exit code 1 and says what failed", async () => {
  const payload = await openQuietly(body);
  world.sandbox.addFaults([{ kind: "graphql", effect: "status-before", status: 502, times: null }]);
  const { exitCode, printed } = await act("issues", payload);
  expect(exitCode).toBe(1);
  expect(printed.join("\n")).toMatch(/^::error::/);
});
