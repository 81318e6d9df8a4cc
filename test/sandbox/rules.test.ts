import type { Octokit } from "@octokit/rest";
import { describe, expect, test } from "vitest";
import { graphqlErrors, repository as o, openIssue, refusal, start, type TestSandbox } from "./start.ts";

const createIssue = `mutation ($input: CreateIssueInput!) { createIssue(input: $input) { issue { id number } } }`;
const addSubIssue = `mutation ($input: AddSubIssueInput!) { addSubIssue(input: $input) { issue { number } } }`;
const addBlockedBy = `mutation ($input: AddBlockedByInput!) { addBlockedBy(input: $input) { issue { number } } }`;

const idsOf = (sandbox: TestSandbox) => ({
  repositoryId: sandbox.state.repository.nodeId,
  account: (login: string) => sandbox.state.accounts.get(login)?.nodeId ?? "",
  issue: (number: number) => sandbox.state.issues.get(number)?.nodeId ?? "",
});

async function family(sandbox: TestSandbox, children: number): Promise<string> {
  const { repositoryId, issue } = idsOf(sandbox);
  await openIssue(sandbox.bot, "Parent");
  const parentIssueId = issue(1);
  for (let at = 0; at < children; at += 1)
    await sandbox.bot.graphql(createIssue, { input: { repositoryId, title: `Child ${at}`, parentIssueId } });
  return parentIssueId;
}

describe("sub-issues", () => {
  test("a parent has at most one hundred, and closed ones count", async () => {
    const sandbox = await start();
    const parentIssueId = await family(sandbox, 100);
    await sandbox.bot.rest.issues.update({ ...o, issue_number: 2, state: "closed" });
    const { repositoryId } = idsOf(sandbox);
    const input = { repositoryId, title: "One too many", parentIssueId };
    expect(await graphqlErrors(sandbox.bot.graphql(createIssue, { input }))).toEqual([
      "VALIDATION: Parent cannot have more than 100 sub-issues",
    ]);
    expect(sandbox.state.issues.size).toBe(101);
  });

  test("an issue has one parent unless it is replaced", async () => {
    const sandbox = await start();
    await family(sandbox, 1);
    await openIssue(sandbox.bot, "Another parent");
    const { issue } = idsOf(sandbox);
    const input = { issueId: issue(3), subIssueId: issue(2) };
    expect(await graphqlErrors(sandbox.bot.graphql(addSubIssue, { input }))).toEqual([
      "VALIDATION: Sub issue may only have one parent",
    ]);
    await sandbox.bot.graphql(addSubIssue, { input: { ...input, replaceParent: true } });
    expect(sandbox.state.issues.get(2)?.parentNumber).toBe(3);
    expect(sandbox.state.issues.get(1)?.subIssueNumbers).toEqual([]);
  });

  test("they nest eight levels deep, in no circle", async () => {
    const sandbox = await start();
    const { repositoryId, issue } = idsOf(sandbox);
    await openIssue(sandbox.bot, "Level 0");
    for (let level = 1; level <= 8; level += 1)
      await sandbox.bot.graphql(createIssue, {
        input: { repositoryId, title: `Level ${level}`, parentIssueId: issue(level) },
      });
    const deeper = { repositoryId, title: "Level 9", parentIssueId: issue(9) };
    expect(await graphqlErrors(sandbox.bot.graphql(createIssue, { input: deeper }))).toEqual([
      "VALIDATION: Sub-issues cannot be nested more than 8 levels deep",
    ]);
    const circle = { issueId: issue(3), subIssueId: issue(1) };
    expect(await graphqlErrors(sandbox.bot.graphql(addSubIssue, { input: circle }))).toEqual([
      "VALIDATION: Sub issue cannot be an ancestor of the parent issue",
    ]);
  });

  test("two additions to one parent at the same time collide", async () => {
    const sandbox = await start();
    await family(sandbox, 0);
    await openIssue(sandbox.bot, "Other parent");
    const { issue, repositoryId } = idsOf(sandbox);
    const add = (title: string, parent: number) =>
      sandbox.bot.graphql(createIssue, { input: { repositoryId, title, parentIssueId: issue(parent) } }).then(
        () => "made",
        (error: Error) =>
          error.message.includes("Priority has already been taken") ? "collided" : String(error),
      );
    sandbox.addFaults([{ kind: "graphql", effect: "delay", delayMs: 20, times: null }]);
    expect(await Promise.all([add("a", 1), add("b", 1)])).toEqual(["made", "collided"]);
    expect(await Promise.all([add("c", 1), add("d", 2)])).toEqual(["made", "made"]);
    expect([await add("e", 1), await add("f", 1)]).toEqual(["made", "made"]);
  });

  test("summary counts what is closed", async () => {
    const sandbox = await start();
    await family(sandbox, 3);
    await sandbox.bot.rest.issues.update({ ...o, issue_number: 2, state: "closed" });
    const { data } = await sandbox.bot.rest.issues.get({ ...o, issue_number: 1 });
    expect(data.sub_issues_summary).toEqual({ total: 3, completed: 1, percent_completed: 33 });
  });
});

describe("dependencies", () => {
  test("only open blockers block, and a blocked issue can be closed", async () => {
    const sandbox = await start();
    await openIssue(sandbox.bot, "First");
    await openIssue(sandbox.bot, "Second");
    const { issue } = idsOf(sandbox);
    await sandbox.bot.graphql(addBlockedBy, { input: { issueId: issue(2), blockingIssueId: issue(1) } });
    const summary = async () =>
      (await sandbox.bot.rest.issues.get({ ...o, issue_number: 2 })).data.issue_dependencies_summary;
    expect(await summary()).toMatchObject({ blocked_by: 1, total_blocked_by: 1 });
    await sandbox.bot.rest.issues.update({ ...o, issue_number: 1, state: "closed" });
    expect(await summary()).toMatchObject({ blocked_by: 0, total_blocked_by: 1 });
    await sandbox.bot.rest.issues.update({ ...o, issue_number: 1, state: "open" });
    const { data } = await sandbox.bot.rest.issues.update({ ...o, issue_number: 2, state: "closed" });
    expect(data.state).toBe("closed");
  });

  test("no doubles, no circles, at most fifty", async () => {
    const sandbox = await start();
    for (let number = 1; number <= 52; number += 1) await openIssue(sandbox.bot, `Issue ${number}`);
    const { issue } = idsOf(sandbox);
    const block = (blocked: number, blocking: number) =>
      sandbox.bot.graphql(addBlockedBy, {
        input: { issueId: issue(blocked), blockingIssueId: issue(blocking) },
      });
    for (let number = 2; number <= 51; number += 1) await block(1, number);
    expect(await graphqlErrors(block(1, 52))).toEqual([
      "UNPROCESSABLE: An issue cannot be blocked by more than 50 issues",
    ]);
    expect(await graphqlErrors(block(1, 2))).toEqual(["UNPROCESSABLE: Target issue has already been taken"]);
    expect(await graphqlErrors(block(2, 1))).toEqual(["UNPROCESSABLE: This dependency would form a cycle"]);
    expect(await graphqlErrors(block(1, 1))).toEqual(["UNPROCESSABLE: An issue cannot be blocked by itself"]);
  });
});

describe("assignees", () => {
  test("REST creation fails as a whole when one cannot be assigned; nothing is made", async () => {
    const sandbox = await start();
    const creation = sandbox.bot.rest.issues.create({ ...o, title: "T", assignees: ["demo-ines", "vera"] });
    expect(await refusal(creation)).toMatchObject({
      status: 422,
      message: expect.stringContaining("assignees vera cannot be assigned"),
    });
    expect(sandbox.state.issues.size).toBe(0);
  });

  test("GraphQL creation does, too", async () => {
    const sandbox = await start();
    const { repositoryId, account } = idsOf(sandbox);
    const input = { repositoryId, title: "T", assigneeIds: [account("vera")] };
    expect(await graphqlErrors(sandbox.bot.graphql(createIssue, { input }))).toEqual([
      "UNPROCESSABLE: assignees vera cannot be assigned to this issue",
    ]);
    expect(sandbox.state.issues.size).toBe(0);
  });

  test("adding by REST leaves out who cannot be assigned, without a word", async () => {
    const sandbox = await start();
    await openIssue(sandbox.bot, "T");
    const { data } = await sandbox.bot.rest.issues.addAssignees({
      ...o,
      issue_number: 1,
      assignees: ["vera", "nobody", "demo-max"],
    });
    expect(data.assignees?.map(({ login }) => login)).toEqual(["demo-max"]);
  });

  test("who commented can be assigned", async () => {
    const sandbox = await start();
    await openIssue(sandbox.bot, "T");
    const check = () =>
      sandbox.bot.rest.issues.checkUserCanBeAssignedToIssue({ ...o, issue_number: 1, assignee: "vera" });
    expect(await refusal(check())).toMatchObject({ status: 404 });
    await sandbox.as("vera").rest.issues.createComment({ ...o, issue_number: 1, body: "Me!" });
    expect((await check()).status).toBe(204);
  });

  test("at most ten", async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      login: `p${at}`,
      name: `P${at}`,
      permission: "write" as const,
    }));
    const sandbox = await start({ users: many });
    const logins = many.map(({ login }) => login);
    expect(
      await refusal(sandbox.bot.rest.issues.create({ ...o, title: "T", assignees: logins })),
    ).toMatchObject({ status: 422 });
    await openIssue(sandbox.bot, "T");
    const { data } = await sandbox.bot.rest.issues.addAssignees({ ...o, issue_number: 1, assignees: logins });
    expect(data.assignees).toHaveLength(10);
  });

  test("in a personal repository, reading is not enough", async () => {
    const sandbox = await start({ ownerType: "User" });
    const { data } = await sandbox.bot.rest.issues.listAssignees(o);
    expect(data.map(({ login }) => login)).toEqual(["demo-tom", "demo-ines", "acme"]);
  });
});

describe("texts", () => {
  const long = "x".repeat(65_536);
  const cases: readonly (readonly [string, (c: Octokit) => Promise<unknown>, number])[] = [
    ["a body may have 65,536 characters", (c) => c.rest.issues.create({ ...o, title: "T", body: long }), 201],
    ["not one more", (c) => c.rest.issues.create({ ...o, title: "T", body: `${long}x` }), 422],
    [
      "characters count, not bytes",
      (c) => c.rest.issues.create({ ...o, title: "T", body: "😀".repeat(65_536) }),
      201,
    ],
    [
      "nor in a comment",
      (c) => c.rest.issues.createComment({ ...o, issue_number: 1, body: `${long}x` }),
      422,
    ],
    ["a title may have 256 characters", (c) => c.rest.issues.create({ ...o, title: "t".repeat(256) }), 201],
    ["not one more, either", (c) => c.rest.issues.create({ ...o, title: "t".repeat(257) }), 422],
    ["a title is not blank", (c) => c.rest.issues.create({ ...o, title: " " }), 422],
    [
      "a comment is not blank",
      (c) => c.rest.issues.createComment({ ...o, issue_number: 1, body: "\n" }),
      422,
    ],
    [
      "a milestone is not modelled, so it is refused",
      (c) => c.rest.issues.create({ ...o, title: "T", milestone: 1 }),
      422,
    ],
  ];
  test.each(cases)("%s", async (_name, call, status) => {
    const sandbox = await start();
    await openIssue(sandbox.bot, "T");
    const answer = await call(sandbox.bot).catch((error: unknown) => error);
    expect((answer as { status: number }).status).toBe(status);
  });
});

describe("who may do what", () => {
  const act: Record<string, (c: Octokit) => Promise<unknown>> = {
    comment: (c) => c.rest.issues.createComment({ ...o, issue_number: 1, body: "Hi" }),
    "close another's issue": (c) => c.rest.issues.update({ ...o, issue_number: 1, state: "closed" }),
    "edit another's issue": (c) => c.rest.issues.update({ ...o, issue_number: 1, body: "Mine now" }),
    label: (c) => c.rest.issues.addLabels({ ...o, issue_number: 1, labels: ["bug"] }),
    lock: (c) => c.rest.issues.lock({ ...o, issue_number: 1 }),
    "make a label": (c) => c.rest.issues.createLabel({ ...o, name: "new" }),
    "see permissions": (c) => c.rest.repos.getCollaboratorPermissionLevel({ ...o, username: "demo-tom" }),
  };
  const table: readonly (readonly [keyof typeof act, readonly string[]])[] = [
    ["comment", ["vera", "demo-max", "demo-lea", "demo-ines", "demo-tom"]],
    ["close another's issue", ["demo-lea", "demo-ines", "demo-tom"]],
    ["label", ["demo-lea", "demo-ines", "demo-tom"]],
    ["edit another's issue", ["demo-ines", "demo-tom"]],
    ["lock", ["demo-ines", "demo-tom"]],
    ["make a label", ["demo-ines", "demo-tom"]],
    ["see permissions", ["demo-ines", "demo-tom"]],
  ];
  test.each(table)("%s: %j", async (what, may) => {
    const allowed: string[] = [];
    for (const login of ["vera", "demo-max", "demo-lea", "demo-ines", "demo-tom"]) {
      const sandbox = await start();
      await openIssue(sandbox.bot, "T");
      const status = await act[what]?.(sandbox.as(login)).then(
        () => 200,
        (error: { status: number }) => error.status,
      );
      if (status === 200) allowed.push(login);
      else expect(status).toBe(403);
    }
    expect(allowed).toEqual(may);
  });

  test("labels, assignees and type of people without push access are dropped silently", async () => {
    const sandbox = await start();
    const wish = { ...o, title: "T", labels: ["bug"], assignees: ["demo-ines"], type: "Task" };
    const { data } = await sandbox.as("vera").rest.issues.create(wish);
    expect([data.labels, data.assignees, data.type]).toEqual([[], [], null]);
  });

  test("an author may close and reopen their own issue, but not what others closed", async () => {
    const sandbox = await start();
    const vera = sandbox.as("vera");
    await openIssue(vera, "Mine");
    const set = (client: Octokit, state: "open" | "closed") =>
      client.rest.issues.update({ ...o, issue_number: 1, state });
    await set(vera, "closed");
    await set(vera, "open");
    await set(sandbox.bot, "closed");
    expect(await refusal(set(vera, "open"))).toMatchObject({ status: 403 });
  });

  test("only an administrator deletes issues; the number is gone for good", async () => {
    const sandbox = await start();
    const { nodeId } = await openIssue(sandbox.bot, "T");
    const remove = `mutation ($id: ID!) { deleteIssue(input: { issueId: $id }) { repository { name } } }`;
    expect(await graphqlErrors(sandbox.bot.graphql(remove, { id: nodeId }))).toEqual([
      "FORBIDDEN: Resource not accessible by integration",
    ]);
    expect(await graphqlErrors(sandbox.as("demo-ines").graphql(remove, { id: nodeId }))).toEqual([
      "FORBIDDEN: demo-ines does not have the correct permissions to execute `DeleteIssue`",
    ]);
    await sandbox.as("demo-tom").graphql(remove, { id: nodeId });
    expect(await refusal(sandbox.bot.rest.issues.get({ ...o, issue_number: 1 }))).toMatchObject({
      status: 410,
    });
    expect((await openIssue(sandbox.bot, "Next")).number).toBe(2);
  });

  test("a stranger does not find a private repository", async () => {
    const sandbox = await start({ visibility: "private" });
    expect(await refusal(sandbox.as("vera").rest.repos.get(o))).toMatchObject({ status: 404 });
    const query = `{ repository(owner: "acme", name: "handbook") { id } }`;
    const { nodeId } = await openIssue(sandbox.bot, "Secret");
    const comment = `mutation ($id: ID!) { addComment(input: { subjectId: $id, body: "Hi" }) { clientMutationId } }`;
    for (const document of [comment, `query ($id: ID!) { node(id: $id) { id } }`])
      expect(await graphqlErrors(sandbox.as("vera").graphql(document, { id: nodeId }))).toEqual([
        `NOT_FOUND: Could not resolve to a node with the global id of '${nodeId}'`,
      ]);
    const byOwner = `{ organization(login: "acme") { repository(name: "handbook") { id } } }`;
    expect(await sandbox.as("vera").graphql(byOwner)).toEqual({ organization: { repository: null } });
    expect(await graphqlErrors(sandbox.as("vera").graphql(query))).toEqual([
      "NOT_FOUND: Could not resolve to a Repository with the name 'acme/handbook'.",
    ]);
    expect(
      (await fetch(`${sandbox.url}/acme/handbook/issues`, { headers: { cookie: "sandbox_actor=vera" } }))
        .status,
    ).toBe(404);
  });
});

describe("organisation features", () => {
  test("the token of an Actions job reads types of the repository, but nothing of the organisation", async () => {
    const sandbox = await start();
    const job = sandbox.as("github-actions[bot]");
    expect((await job.request("GET /repos/{owner}/{repo}/issue-types", o)).data).toHaveLength(3);
    expect(await refusal(job.rest.orgs.listIssueTypes({ org: "acme" }))).toMatchObject({ status: 403 });
    expect(await refusal(job.request("GET /orgs/{org}/issue-fields", { org: "acme" }))).toMatchObject({
      status: 403,
    });
  });

  test.each([
    ["a personal repository has none", { ownerType: "User" as const }],
    ["they can be switched off", { organisationFeatures: { issueTypes: false, issueFields: false } }],
  ])("%s", async (_name, options) => {
    const sandbox = await start(options);
    expect((await sandbox.bot.request("GET /repos/{owner}/{repo}/issue-types", o)).data).toEqual([]);
    expect(sandbox.state.issueFields).toEqual([]);
  });

  test.each([
    ["2026-02-30", "not valid"],
    ["31.03.2026", "not valid"],
    ["2028-02-29", null],
  ])("a date field takes a civil date: %s", async (value, problem) => {
    const sandbox = await start();
    await openIssue(sandbox.bot, "T");
    const field = sandbox.state.issueFields.find(({ dataType }) => dataType === "date");
    const call = sandbox.bot.request("POST /repos/{owner}/{repo}/issues/{issue_number}/issue-field-values", {
      ...o,
      issue_number: 1,
      issue_field_values: [{ field_id: field?.id ?? 0, value }],
    });
    if (problem === null) expect((await call).data).toMatchObject([{ value }]);
    else expect((await refusal(call)).message).toContain(problem);
  });
});

test("a locked conversation takes comments from people with write access only", async () => {
  const sandbox = await start();
  await openIssue(sandbox.bot, "T");
  await sandbox.bot.rest.issues.lock({ ...o, issue_number: 1 });
  const comment = (login: string) =>
    sandbox.as(login).rest.issues.createComment({ ...o, issue_number: 1, body: "Hi" });
  expect(await refusal(comment("demo-lea"))).toMatchObject({ status: 403 });
  expect((await comment("demo-ines")).status).toBe(201);
});

test("an edited comment remembers who edited it; an untouched one has no edits", async () => {
  const sandbox = await start();
  await openIssue(sandbox.bot, "T");
  const { data } = await sandbox.bot.rest.issues.createComment({ ...o, issue_number: 1, body: "First" });
  const query = `query ($id: ID!) { node(id: $id) { ... on IssueComment {
    body includesCreatedEdit lastEditedAt editor { login } viewerDidAuthor
    userContentEdits(first: 5) { nodes { diff editor { login } } } } } }`;
  expect(await sandbox.bot.graphql(query, { id: data.node_id })).toEqual({
    node: {
      body: "First",
      includesCreatedEdit: false,
      lastEditedAt: null,
      editor: null,
      viewerDidAuthor: true,
      userContentEdits: { nodes: [] },
    },
  });
  await sandbox.as("demo-ines").rest.issues.updateComment({ ...o, comment_id: data.id, body: "Second" });
  expect(await sandbox.as("demo-tom").graphql(query, { id: data.node_id })).toEqual({
    node: {
      body: "Second",
      includesCreatedEdit: true,
      lastEditedAt: "2026-03-02T08:00:00Z",
      editor: { login: "demo-ines" },
      viewerDidAuthor: false,
      userContentEdits: {
        nodes: [
          { diff: "Second", editor: { login: "demo-ines" } },
          { diff: "First", editor: { login: "handrail" } },
        ],
      },
    },
  });
});
