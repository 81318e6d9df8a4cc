import { verify } from "@octokit/webhooks-methods";
import { describe, expect, test } from "vitest";
import { appOctokit, listen, repository as o, openIssue, secret, start, type TestSandbox } from "./start.ts";

/** What somebody does, and which webhooks that wakes, in order. */
const deeds: readonly (readonly [string, (sandbox: TestSandbox) => Promise<unknown>, readonly string[]])[] = [
  [
    "opens an issue with label, assignee and type",
    (s) =>
      s.bot.rest.issues.create({ ...o, title: "N", labels: ["bug"], assignees: ["demo-ines"], type: "Task" }),
    ["issues.opened", "issues.labeled", "issues.assigned", "issues.typed"],
  ],
  ["edits it", (s) => s.bot.rest.issues.update({ ...o, issue_number: 1, title: "New" }), ["issues.edited"]],
  ["changes nothing", (s) => s.bot.rest.issues.update({ ...o, issue_number: 1, title: "One" }), []],
  [
    "closes it",
    (s) => s.bot.rest.issues.update({ ...o, issue_number: 1, state: "closed" }),
    ["issues.closed"],
  ],
  [
    "reopens it",
    (s) => s.bot.rest.issues.update({ ...o, issue_number: 3, state: "open" }),
    ["issues.reopened"],
  ],
  [
    "comments",
    (s) => s.bot.rest.issues.createComment({ ...o, issue_number: 1, body: "b" }),
    ["issue_comment.created"],
  ],
  [
    "edits a comment",
    (s) => s.bot.rest.issues.updateComment({ ...o, comment_id: comment(s), body: "c" }),
    ["issue_comment.edited"],
  ],
  [
    "deletes a comment",
    (s) => s.bot.rest.issues.deleteComment({ ...o, comment_id: comment(s) }),
    ["issue_comment.deleted"],
  ],
  [
    "labels, making the label",
    (s) => s.bot.rest.issues.addLabels({ ...o, issue_number: 1, labels: ["brand new"] }),
    ["label.created", "issues.labeled"],
  ],
  [
    "changes a label",
    (s) => s.bot.rest.issues.updateLabel({ ...o, name: "bug", color: "000000" }),
    ["label.edited"],
  ],
  ["deletes a label", (s) => s.bot.rest.issues.deleteLabel({ ...o, name: "bug" }), ["label.deleted"]],
  [
    "adds a sub-issue",
    (s) => s.bot.rest.issues.addSubIssue({ ...o, issue_number: 1, sub_issue_id: id(s, 2) }),
    ["sub_issues.parent_issue_added", "sub_issues.sub_issue_added"],
  ],
  [
    "adds a blocker",
    (s) => s.bot.rest.issues.addBlockedByDependency({ ...o, issue_number: 1, issue_id: id(s, 2) }),
    ["issue_dependencies.blocked_by_added", "issue_dependencies.blocking_added"],
  ],
  ["locks", (s) => s.bot.rest.issues.lock({ ...o, issue_number: 1 }), ["issues.locked"]],
  [
    "unassigns",
    (s) => s.bot.rest.issues.removeAssignees({ ...o, issue_number: 3, assignees: ["demo-ines"] }),
    ["issues.unassigned"],
  ],
  [
    "deletes the issue",
    (s) =>
      s
        .as("demo-tom")
        .graphql(`mutation ($id: ID!) { deleteIssue(input: { issueId: $id }) { clientMutationId } }`, {
          id: s.state.issues.get(1)?.nodeId,
        }),
    ["issues.deleted"],
  ],
  [
    "changes a file",
    (s) => {
      s.files.set("README.md", "# New");
      return s.bot.rest.repos.getContent({ ...o, path: "README.md" });
    },
    ["push"],
  ],
  [
    "does something as an Actions job",
    (s) => s.as("github-actions[bot]").rest.issues.create({ ...o, title: "Silent" }),
    [],
  ],
];

const id = ({ state }: TestSandbox, number: number) => state.issues.get(number)?.id ?? 0;
const comment = ({ state }: TestSandbox) => state.issues.get(3)?.comments[0]?.id ?? 0;

async function startWithIssues(options: Parameters<typeof start>[0] = {}) {
  const listener = await listen();
  const sandbox = await start({ webhook: listener.webhook, ...options });
  await openIssue(sandbox.bot, "One");
  await openIssue(sandbox.bot, "Two");
  await sandbox.bot.rest.issues.create({ ...o, title: "Three", assignees: ["demo-ines"] });
  await sandbox.bot.rest.issues.createComment({ ...o, issue_number: 3, body: "a" });
  await sandbox.bot.rest.issues.update({ ...o, issue_number: 3, state: "closed" });
  await sandbox.bot.rest.repos.getContent({ ...o, path: "processes" });
  await sandbox.idle();
  listener.heard.length = 0;
  return { sandbox, ...listener };
}

test.each(deeds)("who %s wakes the right ones", async (_name, deed, expected) => {
  const { sandbox, names } = await startWithIssues();
  await deed(sandbox);
  await sandbox.idle();
  expect(names()).toEqual(expected);
  expect(sandbox.defects()).toEqual([]);
});

test("the same deeds fit GitHub's description in a personal repository", async () => {
  const { sandbox } = await startWithIssues({ ownerType: "User" });
  for (const [name, deed] of deeds) if (!name.startsWith("opens")) await deed(sandbox).catch(() => undefined);
  await sandbox.idle();
  expect(sandbox.defects()).toEqual([]);
});

test("a webhook carries GitHub's headers and a signature over its very bytes", async () => {
  const { sandbox, heard } = await startWithIssues();
  await sandbox.as("demo-ines").rest.issues.createComment({ ...o, issue_number: 1, body: "/go ✓" });
  await sandbox.idle();
  const [sent] = heard;
  if (sent === undefined) throw new Error("expected a webhook");
  expect(sent.headers).toMatchObject({
    "content-type": "application/json",
    "user-agent": expect.stringMatching(/^GitHub-Hookshot\//),
    "x-github-event": "issue_comment",
    "x-github-delivery": expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    "x-github-hook-id": expect.stringMatching(/^\d+$/),
    "x-github-hook-installation-target-type": "integration",
  });
  const signature = sent.headers["x-hub-signature-256"] ?? "";
  expect(await verify(secret, sent.body, signature)).toBe(true);
  expect(await verify("another secret", sent.body, signature)).toBe(false);
  expect(await verify(secret, `${sent.body} `, signature)).toBe(false);
  expect(JSON.parse(sent.body)).toMatchObject({
    action: "created",
    comment: { body: "/go ✓", user: { login: "demo-ines", type: "User" }, author_association: "MEMBER" },
    sender: { login: "demo-ines" },
    repository: { full_name: "acme/handbook" },
    organization: { login: "acme" },
    installation: { id: sandbox.app.installationId },
  });
});

test("a new issue is shown with all it has from the start", async () => {
  const { sandbox, heard } = await startWithIssues();
  const { repository, labels, accounts, issues } = sandbox.state;
  const input = {
    repositoryId: repository.nodeId,
    title: "Step",
    parentIssueId: issues.get(1)?.nodeId,
    assigneeIds: [accounts.get("demo-ines")?.nodeId],
    labelIds: [labels[0]?.nodeId],
  };
  await sandbox.bot.graphql(
    `mutation ($input: CreateIssueInput!) { createIssue(input: $input) { clientMutationId } }`,
    { input },
  );
  await sandbox.idle();
  expect(JSON.parse(heard[0]?.body ?? "")).toMatchObject({
    action: "opened",
    issue: {
      labels: [{ name: "bug" }],
      assignees: [{ login: "demo-ines" }],
      parent_issue_url: expect.stringMatching(/\/issues\/1$/),
    },
  });
});

test("the bot's own deeds come back with itself as sender", async () => {
  const { sandbox, heard } = await startWithIssues();
  await sandbox.bot.rest.issues.createComment({ ...o, issue_number: 1, body: "Mine" });
  await sandbox.idle();
  expect(JSON.parse(heard[0]?.body ?? "")).toMatchObject({
    sender: { login: "handrail[bot]", type: "Bot" },
    comment: { performed_via_github_app: { slug: "handrail" } },
  });
});

test("a payload shows things as they were at its moment, not as they are when it is sent", async () => {
  const { sandbox, heard } = await startWithIssues();
  const nodeId = sandbox.state.issues.get(1)?.nodeId;
  await sandbox.bot.graphql(
    `mutation ($id: ID!) { closeIssue(input: { issueId: $id }) { clientMutationId } reopenIssue(input: { issueId: $id }) { clientMutationId } }`,
    { id: nodeId },
  );
  await sandbox.idle();
  const states = heard.map(({ body }) => (JSON.parse(body) as { issue: { state: string } }).issue.state);
  expect(states).toEqual(["closed", "open"]);
});

describe("redelivery", () => {
  test("keeps the GUID and the bytes", async () => {
    let status = 500;
    const { webhook, heard } = await listen(() => status);
    const sandbox = await start({ webhook });
    await openIssue(sandbox.bot, "One");
    await sandbox.idle();
    const app = appOctokit(sandbox);
    const { data } = await app.rest.apps.listWebhookDeliveries();
    expect(data).toMatchObject([{ status_code: 500, redelivery: false, event: "issues", action: "opened" }]);

    status = 202;
    await app.rest.apps.redeliverWebhookDelivery({ delivery_id: data[0]?.id ?? 0 });
    await sandbox.idle();
    expect(heard).toHaveLength(2);
    expect(heard[1]?.headers["x-github-delivery"]).toBe(heard[0]?.headers["x-github-delivery"]);
    expect(heard[1]?.body).toBe(heard[0]?.body);
    const again = await app.rest.apps.listWebhookDeliveries();
    expect(
      again.data.map(({ guid, redelivery, status_code }) => [
        guid === data[0]?.guid,
        redelivery,
        status_code,
      ]),
    ).toEqual([
      [true, true, 202],
      [true, false, 500],
    ]);
  });

  test("nobody listening is a failed delivery, and never a crash", async () => {
    const sandbox = await start({ webhook: { url: () => "http://127.0.0.1:9/", secret } });
    await openIssue(sandbox.bot, "One");
    await sandbox.idle();
    expect(sandbox.deliveries()).toMatchObject([{ statusCode: 0, status: "failed to connect to host" }]);
  });

  test("webhooks go to this machine only", async () => {
    const sandbox = await start({ webhook: { url: () => "http://example.com/hook", secret } });
    await openIssue(sandbox.bot, "One");
    await sandbox.idle();
    expect(sandbox.deliveries()).toMatchObject([
      { statusCode: 0, status: expect.stringContaining("this machine only") },
    ]);
  });
});
