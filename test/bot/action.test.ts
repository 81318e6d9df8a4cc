import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { runAction } from "../../bot/action.ts";
import { githubPolicy, type RequestPolicy } from "../../bot/github/request-policy.ts";
import { filesWith, formBody, openTestWorld, type TestWorld } from "./world.ts";

const now = "2026-11-02T09:00:00Z";
let world: TestWorld;
afterEach(() => world.close());

async function act(
  event: string,
  payload?: unknown,
  more: Readonly<Record<string, string | undefined>> = {},
  policy: Partial<RequestPolicy> = {},
): Promise<{ exitCode: number; printed: string[]; summary: string }> {
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
        GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
        ...more,
      },
      now: () => now,
      print: (line) => printed.push(line),
      policy: { ...githubPolicy, writeSpacing: 0, sleep: async () => undefined, tries: 2, ...policy },
    });
    return { exitCode, printed, summary: await readFile(join(folder, "summary.md"), "utf8") };
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
  expect({ exitCode, printed }).toEqual({
    exitCode: 0,
    printed: ["Looked at run #1: everything there is as it should be."],
  });
  const steps = (await world.issues()).filter((issue) => issue.parent === 1);
  expect(steps).toHaveLength(8);
});

test.each([
  [{ INPUT_PUBLISH: "pages", GITHUB_WORKSPACE: tmpdir() }, "actions/checkout"],
  [{ INPUT_PUBLISH: "page" }, 'is "page", expected `pages`'],
])("pages cannot be built with %o", async (more, sentence) => {
  world = await openTestWorld({ now });
  const { exitCode, printed } = await act("push", {}, more);
  expect({ exitCode, printed }).toEqual({ exitCode: 1, printed: [expect.stringContaining(sentence)] });
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

test("whoever asks for one run has that one looked at", async () => {
  await openQuietly(body);
  const { exitCode, printed } = await act("workflow_dispatch", { inputs: { run: "#1" } });
  expect({ exitCode, printed }).toEqual({
    exitCode: 0,
    printed: ["Looked at run #1: everything there is as it should be."],
  });
  expect((await world.issues()).filter((issue) => issue.parent === 1)).toHaveLength(8);
});

test("what concerns no run is said, and nothing is written", async () => {
  const payload = await openQuietly(body);
  const { exitCode, summary } = await act("issue_comment", {
    ...payload,
    action: "created",
    issue: { number: 7, body: "Another thing", labels: [] },
    comment: { body: "Hello" },
  });
  expect({ exitCode, summary }).toEqual({
    exitCode: 0,
    summary: "### Handrail\n\n- What started this job concerns no run, so there was nothing to do.\n",
  });
});

test.each([
  ["a wrong token", { INPUT_TOKEN: "nonsense" }, /^GitHub does not accept the token; take `token:` out/],
  ["no such folder", { INPUT_HANDBOOK: "docs" }, /^There is no handbook in the folder docs .* `handbook:`/],
  ["GitHub away", { GITHUB_API_URL: "http://127.0.0.1:9" }, /^GitHub could not be reached at http:\/\/127/],
  ["no repository", { GITHUB_REPOSITORY: "acme/other" }, /^The token sees no such repository/],
  ["a run that is none", { GITHUB_REPOSITORY: undefined }, /^GITHUB_REPOSITORY is not set/],
])(
  "%s is one error line, says what to do in the summary, and ends with exit code 1",
  async (_what, more, sentence) => {
    const payload = await openQuietly(body);
    for (const [event, given] of [
      ["issues", payload],
      ["schedule", {}],
    ] as const) {
      const { exitCode, printed, summary } = await act(event, given, more);
      expect({ exitCode, lines: printed.length }).toEqual({ exitCode: 1, lines: 1 });
      expect(printed[0]?.replace("::error::", "")).toMatch(sentence);
      expect(summary).toMatch(/^### Handrail: this did not go well\n\n- \S/);
    }
  },
);

test.each([
  ["limited", "limit of requests"],
  ["status", "could not be reached"],
])("a fault of GitHub, %s, is told as one", async (kind, words) => {
  const payload = await openQuietly(body);
  const fault =
    kind === "status"
      ? ({ kind: "graphql", effect: "status-before", status: 502, times: null } as const)
      : ({ kind: "graphql", effect: "graphql-rate-limit", times: null } as const);
  world.sandbox.addFaults([fault]);
  const { exitCode, printed } = await act("issues", payload);
  expect({ exitCode, said: printed.join() }).toEqual({ exitCode: 1, said: expect.stringContaining(words) });
});

/** A pull request that changes one file, usually of the handbook, as its event has it when it comes from `fork`. */
async function pullRequestFrom(
  fork: string,
  edit: (text: string) => string,
  path = "processes/content/publish-blog-post.mdx",
) {
  world = await openTestWorld({ now, files: filesWith("publish-blog-post") });
  world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
  const api = async (method: string, route: string, body?: unknown) => {
    const response = await fetch(`${world.sandbox.links.api}/repos/${world.repository}${route}`, {
      method,
      headers: {
        authorization: `Bearer ${world.sandbox.tokens["demo-jonas"]}`,
        "content-type": "application/json",
        "user-agent": "test",
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as {
      number: number;
      sha: string;
      content?: string;
      object: { sha: string };
    };
  };
  const { object } = await api("GET", "/git/ref/heads/main");
  await api("POST", "/git/refs", { ref: "refs/heads/theirs", sha: object.sha });
  const { sha, content } = await api("GET", `/contents/${path}`);
  const text = edit(Buffer.from(content ?? "", "base64").toString());
  const file = { message: "Theirs", branch: "theirs", sha, content: Buffer.from(text).toString("base64") };
  await api("PUT", `/contents/${path}`, file);
  const { number } = await api("POST", "/pulls", { title: "Theirs", head: "theirs", base: "main" });
  const [owner = "", name = ""] = world.repository.split("/");
  return {
    action: "opened",
    number,
    pull_request: { number, head: { repo: { full_name: fork } } },
    repository: { name, full_name: world.repository, owner: { login: owner } },
    sender: { login: "demo-jonas", type: "User" },
  };
}

test("what runs in a file of a fork's pull request is read, told with its place, and never run", async () => {
  const payload = await pullRequestFrom("somebody/handbook", (text) =>
    text.replace(
      "\n---\n",
      '\n---\nimport { writeFileSync } from "node:fs";\nexport const ran = (globalThis.handrailRan = true);\n\n{(globalThis.handrailRan = true)}\n',
    ),
  );
  const { exitCode, printed } = await act("pull_request", payload);
  expect(exitCode).toBe(1);
  expect(printed.join("\n")).toMatch(/::error file=processes\/content\/publish-blog-post\.mdx,line=\d+,/);
  expect(Object.hasOwn(globalThis, "handrailRan")).toBe(false);
});

test("a pull request from a fork is told by the job, which may only read: marks, summary, and red where it must be mended", async () => {
  const payload = await pullRequestFrom("somebody/handbook", (text) =>
    text.replace("role: blog-author", "role: blog-auhtor"),
  );
  const { length } = world.sandbox.calls();
  const { exitCode, printed, summary } = await act("pull_request", payload);
  expect(exitCode).toBe(1);
  expect(printed).toContainEqual(
    expect.stringMatching(
      /^::error file=processes\/content\/publish-blog-post\.mdx,line=\d+,title=unknown-role::/,
    ),
  );
  expect(summary).toContain("What this change means");
  expect(
    world.sandbox
      .calls()
      .slice(length)
      .filter(({ write }) => write),
  ).toEqual([]);
});

test("a pull request from a fork that is sound leaves the job green", async () => {
  const payload = await pullRequestFrom("somebody/handbook", (text) =>
    text.replace("due: -30d", "due: -35d"),
  );
  const { exitCode, summary } = await act("pull_request", payload);
  expect(exitCode).toBe(0);
  expect(summary).toContain("GitHub lets this job only read");
});

test("one of the repository itself gets its check and its comment", async () => {
  const payload = await pullRequestFrom("acme/handbook", (text) => text.replace("due: -30d", "due: -35d"));
  const { exitCode, printed } = await act("pull_request", payload);
  expect({ exitCode, printed }).toEqual({
    exitCode: 0,
    printed: [`Pull request #${payload.number} has its check and its comment.`],
  });
  expect(world.sandbox.state.checkRuns).toHaveLength(1);
});

test.each(["acme/handbook", "somebody/handbook"])(
  "a pull request from %s where the named folder holds no handbook is a failure, and no success is claimed",
  async (from) => {
    const payload = await pullRequestFrom(from, (text) => text.replace("due: -30d", "due: -35d"));
    const { exitCode, printed, summary } = await act("pull_request", payload, { INPUT_HANDBOOK: "docs" });
    expect({ exitCode, printed }).toEqual({
      exitCode: 1,
      printed: [expect.stringContaining("::error::There is no handbook in the folder docs")],
    });
    expect(summary).toContain("`handbook:`");
  },
);

test("an approval of a pull request that leaves the handbook alone is told as that, and writes nothing", async () => {
  const payload = await pullRequestFrom("acme/handbook", () => "Beside it.", "notes.md");
  const { exitCode, printed } = await act("pull_request_review", {
    ...payload,
    action: "submitted",
    review: { state: "approved" },
  });
  expect({ exitCode, printed }).toEqual({
    exitCode: 0,
    printed: [expect.stringContaining("changes nothing in the folder processes")],
  });
  expect(world.sandbox.state.checkRuns).toHaveLength(0);
});

test("a job whose time is over says so, and blames no limit", async () => {
  const payload = await openQuietly(body);
  const { exitCode, printed } = await act("issues", payload, {}, { patience: () => -1 });
  expect({ exitCode, printed }).toEqual({
    exitCode: 1,
    printed: [expect.stringMatching(/^::error::The time of this job is over/)],
  });
});
