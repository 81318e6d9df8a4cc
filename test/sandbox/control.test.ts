import { describe, expect, test } from "vitest";
import { createClock } from "../../sandbox/index.ts";
import { listen, repository as o, openIssue, start } from "./start.ts";

describe("the clock", () => {
  test("runs with real time from where it was set", () => {
    let real = 1_000;
    const clock = createClock({ now: "2026-03-02T08:00:00Z", realTime: () => real });
    real += 1_500;
    expect(clock.now()).toBe("2026-03-02T08:00:01.500Z");
    clock.set("2020-02-29T00:00:00Z");
    real += 1_000;
    expect(clock.now()).toBe("2020-02-29T00:00:01.000Z");
  });

  test("stands still when frozen, and takes real time when told nothing", () => {
    let real = Date.parse("2026-01-01T00:00:00Z");
    expect(createClock({ realTime: () => real }).now()).toBe("2026-01-01T00:00:00.000Z");
    const frozen = createClock({ frozen: true, realTime: () => real });
    real += 5_000;
    expect(frozen.now()).toBe("2026-01-01T00:00:00.000Z");
  });

  test("refuses what is no date", () => {
    expect(() => createClock({ now: "tomorrow" })).toThrow(
      'Unexpected instant "tomorrow", expected ISO 8601',
    );
  });

  test("moving it lets the scheduler work, and waits until all is delivered", async () => {
    const { webhook, names } = await listen();
    const moves: string[] = [];
    const sandbox = await start({
      webhook,
      onClockMoved: async (now) => {
        moves.push(now);
        await sandbox.bot.rest.issues.createComment({ ...o, issue_number: 1, body: "A reminder" });
      },
    });
    await openIssue(sandbox.bot, "T");
    const response = await fetch(`${sandbox.url}/sandbox/clock`, {
      method: "POST",
      body: `{"now":"2026-03-09T08:00:00Z"}`,
    });
    expect([response.status, await response.json()]).toEqual([200, { now: "2026-03-09T08:00:00.000Z" }]);
    expect(moves).toEqual(["2026-03-09T08:00:00.000Z"]);
    expect(names()).toEqual(["issues.opened", "issue_comment.created"]);
    expect(sandbox.state.issues.get(1)?.comments[0]?.createdAt).toBe("2026-03-09T08:00:00Z");
  });

  test.each([`{"now":"soon"}`, "{}", `{"now":5}`, "null"])("a move to %s is refused", async (body) => {
    const sandbox = await start();
    expect((await fetch(`${sandbox.url}/sandbox/clock`, { method: "POST", body })).status).toBe(422);
  });

  test.each([
    [{ add: "1d" }, "2026-03-03T08:00:00.000Z"],
    [{ add: "7d" }, "2026-03-09T08:00:00.000Z"],
    [{ now: "2026-04-01T09:30" }, "2026-04-01T09:30:00.000Z"],
  ])("the form in the header moves it, too: %j", async (fields, expected) => {
    const sandbox = await start();
    const response = await fetch(`${sandbox.url}/sandbox/move-clock`, {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
    expect(response.status).toBe(303);
    expect(await (await fetch(`${sandbox.url}/sandbox/clock`)).json()).toEqual({ now: expected });
  });
});

test("the state in short tells how things hang together", async () => {
  const sandbox = await start();
  await sandbox
    .as("demo-ines")
    .rest.issues.create({ ...o, title: "Run", labels: ["bug"], assignees: ["demo-ines"] });
  await openIssue(sandbox.bot, "Step");
  const [run, step] = [...sandbox.state.issues.values()];
  await sandbox.bot.rest.issues.addSubIssue({ ...o, issue_number: 1, sub_issue_id: step?.id ?? 0 });
  await sandbox.bot.rest.issues.addBlockedByDependency({ ...o, issue_number: 1, issue_id: step?.id ?? 0 });
  await sandbox.bot.rest.issues.createComment({ ...o, issue_number: 1, body: "Hi" });
  const summary = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as { issues: object[] };
  expect(summary).toMatchObject({
    now: "2026-03-02T08:00:00.000Z",
    repository: "acme/handbook",
    issues: [
      {
        number: 1,
        nodeId: run?.nodeId,
        title: "Run",
        author: "demo-ines",
        state: "open",
        stateReason: null,
        assignees: ["demo-ines"],
        labels: ["bug"],
        parent: null,
        subIssues: [2],
        blockedBy: [2],
        comments: [{ author: "handrail[bot]", body: "Hi", edited: false }],
      },
      { number: 2, parent: 1 },
    ],
  });
});

test("an unknown control names the known ones", async () => {
  const sandbox = await start();
  const response = await fetch(`${sandbox.url}/sandbox/clok`);
  expect([response.status, await response.json()]).toMatchObject([
    404,
    { message: expect.stringContaining("GET /sandbox/clock") },
  ]);
});

test("a path that is not the sandbox's is left to others", async () => {
  const sandbox = await start({ basePath: "/github" });
  expect((await fetch(new URL("/anything", sandbox.url), { redirect: "manual" })).status).toBe(404);
  const root = await fetch(new URL("/", sandbox.url), { redirect: "manual" });
  expect([root.status, root.headers.get("location")]).toEqual([302, "/github/acme/handbook/issues"]);
});

test.each(["/github", "/github/", "/github?from=here"])("%s leads to the issues", async (path) => {
  const sandbox = await start({ basePath: "/github" });
  const { status, headers } = await fetch(new URL(path, sandbox.url), { redirect: "manual" });
  expect([status, headers.get("location")]).toEqual([302, "/github/acme/handbook/issues"]);
});
