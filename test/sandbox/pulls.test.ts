import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffHunks, patchOf } from "../../sandbox/diff/diff-hunks.ts";
import { diffLines } from "../../sandbox/diff/diff-lines.ts";
import {
  graphqlErrors,
  listen,
  repository as o,
  openIssue,
  refusal,
  start,
  type TestSandbox,
} from "./start.ts";

const path = "processes/handbook.yml";
const old = "title: Handbook\n";

/** A pull request by demo-ines that gives the handbook another title. */
async function propose(sandbox: TestSandbox, text = "title: Better\n") {
  const ines = sandbox.as("demo-ines");
  const { data: main } = await ines.rest.repos.getBranch({ ...o, branch: "main" });
  await ines.rest.git.createRef({ ...o, ref: "refs/heads/better", sha: main.commit.sha });
  await change(sandbox, text);
  const { data } = await ines.rest.pulls.create({
    ...o,
    title: "Better title",
    head: "better",
    base: "main",
    body: "Because",
  });
  return data;
}

async function change(sandbox: TestSandbox, text: string) {
  const ines = sandbox.as("demo-ines");
  const { data } = await ines.rest.repos.getContent({ ...o, path, ref: "better" });
  const { sha } = data as { sha: string };
  const content = Buffer.from(text).toString("base64");
  return ines.rest.repos.createOrUpdateFileContents({
    ...o,
    path,
    branch: "better",
    message: "Change",
    content,
    sha,
  });
}

test("a pull request tells what it changes, and leaves the folder alone until it is merged", async () => {
  const sandbox = await start();
  const pull = await propose(sandbox);
  expect(pull).toMatchObject({
    number: 1,
    state: "open",
    additions: 1,
    deletions: 1,
    changed_files: 1,
    commits: 1,
    mergeable: true,
    head: { ref: "better" },
    base: { ref: "main" },
  });
  expect((await sandbox.bot.rest.pulls.listFiles({ ...o, pull_number: 1 })).data).toMatchObject([
    { filename: path, status: "modified", patch: "@@ -1,1 +1,1 @@\n-title: Handbook\n+title: Better" },
  ]);
  expect(sandbox.files.get(path)).toBe(old);
  const { data } = await sandbox.as("demo-ines").rest.pulls.merge({ ...o, pull_number: 1 });
  expect(data).toMatchObject({ merged: true, sha: sandbox.state.branches.get("main") });
  expect(sandbox.files.get(path)).toBe("title: Better\n");
  expect((await sandbox.bot.rest.pulls.get({ ...o, pull_number: 1 })).data).toMatchObject({
    state: "closed",
    merged: true,
    merged_by: { login: "demo-ines" },
  });
});

test("its life wakes webhooks that fit GitHub's description", async () => {
  const { webhook, names, heard } = await listen();
  const sandbox = await start({ webhook });
  await propose(sandbox);
  await change(sandbox, "title: Best\n");
  await sandbox.as("demo-ines").rest.pulls.update({ ...o, pull_number: 1, title: "Best title" });
  await sandbox.bot.rest.issues.createComment({ ...o, issue_number: 1, body: "Three runs are affected." });
  await sandbox.as("demo-ines").rest.issues.update({ ...o, issue_number: 1, state: "closed" });
  await sandbox.as("demo-ines").rest.pulls.update({ ...o, pull_number: 1, state: "open" });
  await sandbox.as("demo-ines").rest.pulls.merge({ ...o, pull_number: 1 });
  await sandbox.as("demo-ines").rest.git.deleteRef({ ...o, ref: "heads/better" });
  await sandbox.idle();
  expect(names()).toEqual([
    "push",
    "push",
    "pull_request.opened",
    "push",
    "pull_request.synchronize",
    "pull_request.edited",
    "issue_comment.created",
    "pull_request.closed",
    "pull_request.reopened",
    "push",
    "pull_request.closed",
    "push",
  ]);
  expect(sandbox.defects()).toEqual([]);
  const bodies = heard.map(({ body }) => JSON.parse(body) as Record<string, never>);
  expect(bodies[0]).toMatchObject({ ref: "refs/heads/better", created: true, commits: [] });
  expect(bodies[4]).toMatchObject({ pull_request: { head: { sha: bodies[4]?.["after"] } }, number: 1 });
  expect(bodies[6]).toMatchObject({
    issue: { number: 1, pull_request: { html_url: expect.stringMatching(/\/pull\/1$/) } },
  });
  expect(bodies.at(-1)).toMatchObject({ deleted: true });
});

test("it can be pointed at another branch, and tells so", async () => {
  const { webhook, heard } = await listen();
  const sandbox = await start({ webhook });
  const { base } = await propose(sandbox);
  const ines = sandbox.as("demo-ines");
  const pointAt = (branch: string) => ines.rest.pulls.update({ ...o, pull_number: 1, base: branch });
  await ines.rest.git.createRef({ ...o, ref: "refs/heads/side", sha: base.sha });
  expect((await pointAt("side")).data).toMatchObject({ base: { ref: "side" }, changed_files: 1 });
  await pointAt("side");
  await sandbox.idle();
  expect(heard.map(({ body }) => JSON.parse(body)).filter(({ action }) => action === "edited")).toMatchObject(
    [{ changes: { base: { ref: { from: "main" }, sha: { from: base.sha } } } }],
  );
  const query = `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { pullRequest(number: 1) {
    timelineItems(itemTypes: [BASE_REF_CHANGED_EVENT], last: 1) { nodes { ... on BaseRefChangedEvent { previousRefName currentRefName pullRequest { number } } } }
  } } }`;
  expect(await sandbox.bot.graphql(query, o)).toMatchObject({
    repository: {
      pullRequest: {
        timelineItems: {
          nodes: [{ previousRefName: "main", currentRefName: "side", pullRequest: { number: 1 } }],
        },
      },
    },
  });
  expect((await refusal(pointAt("better"))).message).toContain("No commits between better and better");
  expect((await refusal(pointAt("nowhere"))).status).toBe(422);
  await ines.rest.pulls.update({ ...o, pull_number: 1, state: "closed" });
  expect((await refusal(pointAt("main"))).message).toContain("closed pull request");
  expect(sandbox.defects()).toEqual([]);
});

describe("the branch that a pull request is for goes", () => {
  /** demo-ines has proposed a branch for main, and another one for that branch. */
  async function stacked(sandbox: TestSandbox) {
    await propose(sandbox);
    const ines = sandbox.as("demo-ines");
    const { data: better } = await ines.rest.repos.getBranch({ ...o, branch: "better" });
    await ines.rest.git.createRef({ ...o, ref: "refs/heads/on-top", sha: better.commit.sha });
    const { data } = await ines.rest.repos.getContent({ ...o, path, ref: "on-top" });
    const { sha } = data as { sha: string };
    const content = Buffer.from("title: Best\n").toString("base64");
    const file = { ...o, path, branch: "on-top", message: "Change", content, sha };
    await ines.rest.repos.createOrUpdateFileContents(file);
    await ines.rest.pulls.create({ ...o, title: "On top", head: "on-top", base: "better" });
    return ines;
  }
  const press = (sandbox: TestSandbox, number: number, login = "demo-ines") =>
    fetch(`${sandbox.url}/acme/handbook/pull/${number}/delete-branch`, {
      method: "POST",
      headers: { cookie: `sandbox_actor=${login}` },
      redirect: "manual",
    });

  test("by the button of its merged pull request: it is pointed at where that went, and tells so", async () => {
    const { webhook, heard } = await listen();
    const sandbox = await start({ webhook });
    const ines = await stacked(sandbox);
    expect((await press(sandbox, 1)).status).toBe(422);
    await ines.rest.pulls.merge({ ...o, pull_number: 1 });
    expect((await press(sandbox, 1, "demo-max")).status).toBe(403);
    expect((await press(sandbox, 1)).status).toBe(303);
    await sandbox.idle();
    const edited = heard
      .map(({ body }) => JSON.parse(body))
      .filter(({ action, pull_request: pull }) => action === "edited" && pull !== undefined);
    expect(edited).toMatchObject([{ number: 2, changes: { base: { ref: { from: "better" } } } }]);
    const query = `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { pullRequest(number: 2) {
      state baseRefName timelineItems(itemTypes: [BASE_REF_CHANGED_EVENT, AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT], last: 1) { nodes {
        ... on AutomaticBaseChangeSucceededEvent { oldBase newBase pullRequest { number } } } }
    } } }`;
    expect(await sandbox.bot.graphql(query, o)).toEqual({
      repository: {
        pullRequest: {
          state: "OPEN",
          baseRefName: "main",
          timelineItems: { nodes: [{ oldBase: "better", newBase: "main", pullRequest: { number: 2 } }] },
        },
      },
    });
    expect(sandbox.defects()).toEqual([]);
  });

  test("by git: it is closed, and can still be read", async () => {
    const sandbox = await start();
    const ines = await stacked(sandbox);
    await ines.rest.git.deleteRef({ ...o, ref: "heads/better" });
    const state = async (number: number) =>
      (await ines.rest.pulls.get({ ...o, pull_number: number })).data.state;
    expect([await state(1), await state(2)]).toEqual(["closed", "closed"]);
    expect(sandbox.defects()).toEqual([]);
  });
});

test("a conflicting change is not merged, and nothing is written", async () => {
  const sandbox = await start();
  await propose(sandbox);
  sandbox.files.set(path, "title: Meanwhile\n");
  expect(await refusal(sandbox.as("demo-ines").rest.pulls.merge({ ...o, pull_number: 1 }))).toMatchObject({
    status: 405,
    message: expect.stringContaining(`Merge conflict in ${path}`),
  });
  expect(sandbox.files.get(path)).toBe("title: Meanwhile\n");
  expect((await sandbox.bot.rest.pulls.get({ ...o, pull_number: 1 })).data.mergeable).toBe(false);
});

test("without a way to write, the folder is never written", async () => {
  const sandbox = await start({ writeFiles: undefined });
  await propose(sandbox);
  expect(await refusal(sandbox.as("demo-ines").rest.pulls.merge({ ...o, pull_number: 1 }))).toMatchObject({
    status: 405,
    message: expect.stringContaining("folder on this machine"),
  });
});

describe("what is refused", () => {
  const ines = (s: TestSandbox) => s.as("demo-ines").rest;
  const cases: readonly (readonly [string, (s: TestSandbox) => Promise<unknown>, number])[] = [
    ["nothing to merge", (s) => ines(s).pulls.create({ ...o, title: "T", head: "main", base: "main" }), 422],
    [
      "a branch that is not there",
      (s) => ines(s).pulls.create({ ...o, title: "T", head: "nope", base: "main" }),
      422,
    ],
    [
      "a second one for the same branch",
      (s) => ines(s).pulls.create({ ...o, title: "T", head: "better", base: "main" }),
      422,
    ],
    [
      "a branch that exists",
      (s) =>
        ines(s).git.createRef({ ...o, ref: "refs/heads/better", sha: s.state.branches.get("main") ?? "" }),
      422,
    ],
    [
      "an odd branch name",
      (s) => ines(s).git.createRef({ ...o, ref: "refs/heads/a..b", sha: s.state.branches.get("main") ?? "" }),
      422,
    ],
    [
      "a file changed meanwhile",
      (s) =>
        ines(s).repos.createOrUpdateFileContents({
          ...o,
          path,
          branch: "better",
          message: "m",
          content: "",
          sha: "0".repeat(40),
        }),
      409,
    ],
    [
      "a path that climbs",
      (s) =>
        ines(s).repos.createOrUpdateFileContents({
          ...o,
          path: "a/../../b",
          branch: "better",
          message: "m",
          content: "",
        }),
      422,
    ],
    [
      "git's own folder",
      (s) =>
        ines(s).repos.createOrUpdateFileContents({
          ...o,
          path: ".git/config",
          branch: "better",
          message: "m",
          content: "",
        }),
      422,
    ],
    [
      "moving main from afar",
      (s) => ines(s).git.updateRef({ ...o, ref: "heads/main", sha: s.state.branches.get("better") ?? "" }),
      422,
    ],
    [
      "an App that may only read",
      (s) => s.bot.rest.pulls.create({ ...o, title: "T", head: "better", base: "main" }),
      403,
    ],
    [
      "a person without write access",
      (s) => s.as("demo-max").rest.pulls.merge({ ...o, pull_number: 1 }),
      403,
    ],
    [
      "a pull request as a sub-issue",
      (s) =>
        s.bot.rest.issues.addSubIssue({
          ...o,
          issue_number: 2,
          sub_issue_id: s.state.issues.get(1)?.id ?? 0,
        }),
      422,
    ],
    [
      "a pull request as a blocker",
      (s) =>
        s.bot.rest.issues.addBlockedByDependency({
          ...o,
          issue_number: 2,
          issue_id: s.state.issues.get(1)?.id ?? 0,
        }),
      422,
    ],
    [
      "a check by a person",
      (s) => ines(s).checks.create({ ...o, name: "n", head_sha: s.state.branches.get("main") ?? "" }),
      403,
    ],
    [
      "a check of no commit",
      (s) => s.bot.rest.checks.create({ ...o, name: "n", head_sha: "0".repeat(40) }),
      422,
    ],
    [
      "fifty-one annotations",
      (s) =>
        s.bot.rest.checks.create({
          ...o,
          name: "n",
          head_sha: s.state.branches.get("main") ?? "",
          output: {
            title: "t",
            summary: "s",
            annotations: Array.from({ length: 51 }, () => ({
              path,
              start_line: 1,
              end_line: 1,
              annotation_level: "notice" as const,
              message: "m",
            })),
          },
        }),
      422,
    ],
  ];
  test.each(cases)("%s", async (_name, call, status) => {
    const sandbox = await start();
    await propose(sandbox);
    await openIssue(sandbox.bot, "An issue");
    expect(await refusal(call(sandbox))).toMatchObject({ status });
    expect(sandbox.files.get(path)).toBe(old);
    expect(sandbox.defects()).toEqual([]);
  });
});

test("GraphQL keeps issues and pull requests apart", async () => {
  const sandbox = await start();
  await propose(sandbox);
  await openIssue(sandbox.bot, "An issue");
  const query = (selection: string) =>
    sandbox.bot.graphql(`{ repository(owner: "acme", name: "handbook") { ${selection} } }`);
  expect(
    await query(`issues(first: 10) { nodes { number } } pullRequests(first: 10, states: [OPEN]) { nodes { number title state
      headRefName baseRefName changedFiles files(first: 5) { nodes { path changeType additions deletions } } } }
      issueOrPullRequest(number: 1) { __typename }`),
  ).toEqual({
    repository: {
      issues: { nodes: [{ number: 2 }] },
      pullRequests: {
        nodes: [
          {
            number: 1,
            title: "Better title",
            state: "OPEN",
            headRefName: "better",
            baseRefName: "main",
            changedFiles: 1,
            files: { nodes: [{ path, changeType: "MODIFIED", additions: 1, deletions: 1 }] },
          },
        ],
      },
      issueOrPullRequest: { __typename: "PullRequest" },
    },
  });
  expect(await graphqlErrors(query("issue(number: 1) { id }"))).toEqual([
    "NOT_FOUND: Could not resolve to an Issue with the number of 1.",
  ]);
  expect(
    (await sandbox.bot.rest.issues.listForRepo(o)).data.map(({ number, pull_request }) => [
      number,
      pull_request !== undefined,
    ]),
  ).toEqual([
    [2, false],
    [1, true],
  ]);
});

test("on the web: edit a file, propose it, see the difference, merge", async () => {
  const sandbox = await start();
  const send = (address: string, fields: Record<string, string>) =>
    fetch(`${sandbox.url}/acme/handbook/${address}`, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { cookie: "sandbox_actor=demo-ines" },
      redirect: "manual",
    });
  const show = async (address: string) =>
    (
      await fetch(`${sandbox.url}/acme/handbook/${address}`, {
        headers: { cookie: "sandbox_actor=demo-ines" },
      })
    ).text();
  expect(await show(`edit/main/${path}`)).toContain("title: Handbook\n</textarea>");
  const proposed = await send(`edit/main/${path}`, {
    text: "title: <b>New</b>\r\nlanguage: en\r\n",
    title: "New title",
    body: "Why not",
  });
  expect(proposed.headers.get("location")).toBe("/acme/handbook/pull/1");
  expect(sandbox.state.issues.get(1)).toMatchObject({
    title: "New title",
    author: { login: "demo-ines" },
    pull: { headBranch: "demo-ines-patch-1" },
  });
  const page = await show("pull/1");
  expect(page).toContain('<span class="sign">+</span>title: &lt;b&gt;New&lt;/b&gt;');
  expect(page).toContain("Merge pull request");
  expect((await fetch(`${sandbox.url}/acme/handbook/issues/1`)).url).toMatch(/\/pull\/1$/);
  expect(page).not.toContain("Approve");
  await sandbox
    .as("demo-ines")
    .rest.pulls.requestReviewers({ ...o, pull_number: 1, reviewers: ["demo-tom"] });
  const asTom = { cookie: "sandbox_actor=demo-tom" };
  const seen = await (await fetch(`${sandbox.url}/acme/handbook/pull/1`, { headers: asTom })).text();
  expect(seen).toContain("your review was asked for");
  const review = (fields: Record<string, string>) =>
    fetch(`${sandbox.url}/acme/handbook/pull/1/review`, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: asTom,
      redirect: "manual",
    });
  expect((await review({ verdict: "changes", body: "" })).status).toBe(422);
  expect((await review({ verdict: "approve", body: "<b>Good</b>" })).status).toBe(303);
  expect((await send("pull/1/review", { verdict: "approve" })).status).toBe(422);
  expect(await show("pull/1")).toMatch(/demo-tom<\/a> <strong>approved this<\/strong>/);
  await send("pull/1/merge", {});
  expect(sandbox.files.get(path)).toBe("title: <b>New</b>\nlanguage: en\n");
  expect(await show("pull/1")).toContain("Merged by");
  expect(
    (await send(`edit/main/${path}`, { text: "title: <b>New</b>\r\nlanguage: en\r\n", title: "Again" }))
      .status,
  ).toBe(422);
});

test("a check run is completed by its conclusion, and its annotations add up", async () => {
  const sandbox = await start();
  const pull = await propose(sandbox);
  const note = { path, start_line: 1, end_line: 1, annotation_level: "warning" as const, message: "m" };
  const output = { title: "t", summary: "s", annotations: [note] };
  const { data } = await sandbox.bot.rest.checks.create({
    ...o,
    name: "Handbook",
    head_sha: pull.head.sha,
    output,
  });
  expect(data).toMatchObject({
    status: "queued",
    conclusion: null,
    completed_at: null,
    pull_requests: [{ number: 1 }],
  });
  const updated = await sandbox.bot.rest.checks.update({
    ...o,
    check_run_id: data.id,
    conclusion: "neutral",
    output,
  });
  expect(updated.data).toMatchObject({
    status: "completed",
    conclusion: "neutral",
    completed_at: "2026-03-02T08:00:00Z",
    output: { annotations_count: 2 },
  });
});

describe("differences", () => {
  const letters = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
  test("lead from one text to the other, and back", () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const lines = diffLines(before, after);
        expect(lines.filter(({ kind }) => kind !== "added").map(({ text }) => text)).toEqual(before);
        expect(lines.filter(({ kind }) => kind !== "removed").map(({ text }) => text)).toEqual(after);
      }),
    );
  });

  test("are the shortest there are", () => {
    const common = (a: readonly string[], b: readonly string[]): number => {
      const rows = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
      for (let i = a.length - 1; i >= 0; i -= 1)
        for (let j = b.length - 1; j >= 0; j -= 1)
          (rows[i] as number[])[j] =
            a[i] === b[j]
              ? 1 + (rows[i + 1]?.[j + 1] ?? 0)
              : Math.max(rows[i + 1]?.[j] ?? 0, rows[i]?.[j + 1] ?? 0);
      return rows[0]?.[0] ?? 0;
    };
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        expect(diffLines(before, after).filter(({ kind }) => kind === "same")).toHaveLength(
          common(before, after),
        );
      }),
    );
  });

  test("of texts without anything in common are found in no time", () => {
    const many = (letter: string) => Array.from({ length: 20_000 }, (_, at) => `${letter}${at}`);
    expect(diffLines(many("a"), many("b"))).toHaveLength(40_000);
  });

  test.each([
    ["a new file", null, "a\nb\n", "@@ -0,0 +1,2 @@\n+a\n+b"],
    ["a file that is gone", "a\n", null, "@@ -1,1 +0,0 @@\n-a"],
    ["nothing", "a\n", "a\n", ""],
    [
      "far apart",
      "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
      "0\n2\n3\n4\n5\n6\n7\n8\nX\n",
      "@@ -1,4 +1,4 @@\n-1\n+0\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+X",
    ],
  ])("%s", (_name, before, after, patch) => {
    expect(patchOf(before, after)).toBe(patch);
    expect(diffHunks(before, after)).toHaveLength(patch === "" ? 0 : patch.split("@@ -").length - 1);
  });
});
