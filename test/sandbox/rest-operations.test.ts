import type { Octokit } from "@octokit/rest";
import { expect, test } from "vitest";
import { restOperations } from "../../sandbox/github-schema/operations.ts";
import { appOctokit, listen, repository as o, openIssue, start, type TestSandbox } from "./start.ts";

type Call = (client: Octokit, sandbox: TestSandbox) => Promise<{ status: number; data: unknown }>;

/** Every operation once, in an order in which each finds what it needs; issue 1 has issue 2 below it. */
const asBot: readonly (readonly [string, number, Call])[] = [
  ["repos/get", 200, (c) => c.rest.repos.get(o)],
  ["rate-limit/get", 200, (c) => c.rest.rateLimit.get()],
  ["users/get-by-username", 200, (c) => c.rest.users.getByUsername({ username: "demo-ines" })],
  ["apps/list-repos-accessible-to-installation", 200, (c) => c.rest.apps.listReposAccessibleToInstallation()],
  [
    "issues/create",
    201,
    (c) =>
      c.rest.issues.create({
        ...o,
        title: "Three",
        body: "b",
        labels: ["bug"],
        assignees: ["demo-ines"],
        type: "Task",
      }),
  ],
  ["issues/get", 200, (c) => c.rest.issues.get({ ...o, issue_number: 3 })],
  [
    "issues/update",
    200,
    (c) => c.rest.issues.update({ ...o, issue_number: 3, state: "closed", state_reason: "not_planned" }),
  ],
  ["issues/list-for-repo", 200, (c) => c.rest.issues.listForRepo({ ...o, state: "all" })],
  ["issues/lock", 204, (c) => c.rest.issues.lock({ ...o, issue_number: 3, lock_reason: "resolved" })],
  ["issues/unlock", 204, (c) => c.rest.issues.unlock({ ...o, issue_number: 3 })],
  [
    "issues/create-comment",
    201,
    (c) => c.rest.issues.createComment({ ...o, issue_number: 1, body: "Hello" }),
  ],
  ["issues/list-comments", 200, (c) => c.rest.issues.listComments({ ...o, issue_number: 1 })],
  ["issues/list-comments-for-repo", 200, (c) => c.rest.issues.listCommentsForRepo({ ...o, sort: "updated" })],
  ["issues/get-comment", 200, (c, s) => c.rest.issues.getComment({ ...o, comment_id: firstComment(s) })],
  [
    "issues/update-comment",
    200,
    (c, s) => c.rest.issues.updateComment({ ...o, comment_id: firstComment(s), body: "Changed" }),
  ],
  [
    "issues/list-events-for-timeline",
    200,
    (c) => c.rest.issues.listEventsForTimeline({ ...o, issue_number: 3 }),
  ],
  [
    "issues/delete-comment",
    204,
    (c, s) => c.rest.issues.deleteComment({ ...o, comment_id: firstComment(s) }),
  ],
  ["issues/list-labels-for-repo", 200, (c) => c.rest.issues.listLabelsForRepo(o)],
  [
    "issues/create-label",
    201,
    (c) => c.rest.issues.createLabel({ ...o, name: "run", color: "0B6B53", description: "d" }),
  ],
  ["issues/get-label", 200, (c) => c.rest.issues.getLabel({ ...o, name: "run" })],
  [
    "issues/update-label",
    200,
    (c) => c.rest.issues.updateLabel({ ...o, name: "run", new_name: "a run", color: "ff0000" }),
  ],
  [
    "issues/add-labels",
    200,
    (c) => c.rest.issues.addLabels({ ...o, issue_number: 1, labels: ["a run", "quite new"] }),
  ],
  ["issues/list-labels-on-issue", 200, (c) => c.rest.issues.listLabelsOnIssue({ ...o, issue_number: 1 })],
  ["issues/remove-label", 200, (c) => c.rest.issues.removeLabel({ ...o, issue_number: 1, name: "a run" })],
  ["issues/set-labels", 200, (c) => c.rest.issues.setLabels({ ...o, issue_number: 1, labels: ["bug"] })],
  ["issues/remove-all-labels", 204, (c) => c.rest.issues.removeAllLabels({ ...o, issue_number: 1 })],
  ["issues/delete-label", 204, (c) => c.rest.issues.deleteLabel({ ...o, name: "a run" })],
  ["issues/list-assignees", 200, (c) => c.rest.issues.listAssignees(o)],
  [
    "issues/check-user-can-be-assigned",
    204,
    (c) => c.rest.issues.checkUserCanBeAssigned({ ...o, assignee: "demo-max" }),
  ],
  [
    "issues/check-user-can-be-assigned-to-issue",
    204,
    (c) => c.rest.issues.checkUserCanBeAssignedToIssue({ ...o, issue_number: 1, assignee: "demo-max" }),
  ],
  [
    "issues/add-assignees",
    201,
    (c) => c.rest.issues.addAssignees({ ...o, issue_number: 1, assignees: ["demo-ines", "vera"] }),
  ],
  [
    "issues/remove-assignees",
    200,
    (c) => c.rest.issues.removeAssignees({ ...o, issue_number: 1, assignees: ["demo-ines"] }),
  ],
  ["repos/list-collaborators", 200, (c) => c.rest.repos.listCollaborators(o)],
  ["repos/check-collaborator", 204, (c) => c.rest.repos.checkCollaborator({ ...o, username: "demo-max" })],
  [
    "repos/get-collaborator-permission-level",
    200,
    (c) => c.rest.repos.getCollaboratorPermissionLevel({ ...o, username: "demo-lea" }),
  ],
  [
    "issues/add-sub-issue",
    201,
    (c, s) => c.rest.issues.addSubIssue({ ...o, issue_number: 1, sub_issue_id: idOf(s, 2) }),
  ],
  ["issues/list-sub-issues", 200, (c) => c.rest.issues.listSubIssues({ ...o, issue_number: 1 })],
  [
    "issues/get-parent",
    200,
    (c) => c.request("GET /repos/{owner}/{repo}/issues/{issue_number}/parent", { ...o, issue_number: 2 }),
  ],
  [
    "issues/add-sub-issue",
    201,
    (c, s) => c.rest.issues.addSubIssue({ ...o, issue_number: 1, sub_issue_id: idOf(s, 3) }),
  ],
  [
    "issues/reprioritize-sub-issue",
    200,
    (c, s) =>
      c.rest.issues.reprioritizeSubIssue({
        ...o,
        issue_number: 1,
        sub_issue_id: idOf(s, 3),
        before_id: idOf(s, 2),
      }),
  ],
  [
    "issues/remove-sub-issue",
    200,
    (c, s) => c.rest.issues.removeSubIssue({ ...o, issue_number: 1, sub_issue_id: idOf(s, 3) }),
  ],
  [
    "issues/add-blocked-by-dependency",
    201,
    (c, s) => c.rest.issues.addBlockedByDependency({ ...o, issue_number: 2, issue_id: idOf(s, 3) }),
  ],
  [
    "issues/list-dependencies-blocked-by",
    200,
    (c) => c.rest.issues.listDependenciesBlockedBy({ ...o, issue_number: 2 }),
  ],
  [
    "issues/list-dependencies-blocking",
    200,
    (c) => c.rest.issues.listDependenciesBlocking({ ...o, issue_number: 3 }),
  ],
  [
    "issues/remove-dependency-blocked-by",
    200,
    (c, s) => c.rest.issues.removeDependencyBlockedBy({ ...o, issue_number: 2, issue_id: idOf(s, 3) }),
  ],
  ["repos/list-issue-types", 200, (c) => c.request("GET /repos/{owner}/{repo}/issue-types", o)],
  ["orgs/list-issue-types", 200, (c) => c.rest.orgs.listIssueTypes({ org: "acme" })],
  ["orgs/list-issue-fields", 200, (c) => c.request("GET /orgs/{org}/issue-fields", { org: "acme" })],
  [
    "issues/add-issue-field-values",
    200,
    (c, s) =>
      c.request(`POST ${valuesPath}`, {
        ...o,
        issue_number: 1,
        issue_field_values: [
          { field_id: fieldOf(s, "Target date"), value: "2026-03-31" },
          { field_id: fieldOf(s, "Priority"), value: "High" },
        ],
      }),
  ],
  [
    "issues/list-issue-field-values-for-issue",
    200,
    (c) => c.request(`GET ${valuesPath}`, { ...o, issue_number: 1 }),
  ],
  [
    "issues/set-issue-field-values",
    200,
    (c, s) =>
      c.request(`PUT ${valuesPath}`, {
        ...o,
        issue_number: 1,
        issue_field_values: [{ field_id: fieldOf(s, "Start date"), value: "2026-03-01" }],
      }),
  ],
  [
    "issues/delete-issue-field-value",
    204,
    (c, s) =>
      c.request(`DELETE ${valuesPath}/{issue_field_id}`, {
        ...o,
        issue_number: 1,
        issue_field_id: fieldOf(s, "Start date"),
      }),
  ],
  [
    "repos/get-content",
    200,
    (c) => c.rest.repos.getContent({ ...o, path: "processes/content/blog-post.mdx" }),
  ],
  ["repos/get-content", 200, (c) => c.rest.repos.getContent({ ...o, path: "processes" })],
  ["repos/list-branches", 200, (c) => c.rest.repos.listBranches(o)],
  ["repos/get-branch", 200, (c) => c.rest.repos.getBranch({ ...o, branch: "main" })],
  ["repos/list-commits", 200, (c) => c.rest.repos.listCommits({ ...o, path: "processes/handbook.yml" })],
  ["repos/get-commit", 200, (c) => c.rest.repos.getCommit({ ...o, ref: "main" })],
  ["git/get-ref", 200, (c) => c.rest.git.getRef({ ...o, ref: "heads/main" })],
  ["git/get-commit", 200, (c, s) => c.rest.git.getCommit({ ...o, commit_sha: headOf(s) })],
  ["git/get-tree", 200, (c) => c.rest.git.getTree({ ...o, tree_sha: "main", recursive: "1" })],
  ["git/get-blob", 200, async (c) => c.rest.git.getBlob({ ...o, file_sha: await blobSha(c) })],
  ["git/create-ref", 201, (c, s) => c.rest.git.createRef({ ...o, ref: "refs/heads/patch", sha: headOf(s) })],
  [
    "repos/create-or-update-file-contents",
    201,
    (c) =>
      c.rest.repos.createOrUpdateFileContents({
        ...o,
        path: "new.md",
        branch: "patch",
        message: "Add",
        content: "bmV3",
      }),
  ],
  [
    "pulls/create",
    201,
    (c) => c.rest.pulls.create({ ...o, title: "P", head: "patch", base: "main", body: "b" }),
  ],
  ["pulls/get", 200, (c) => c.rest.pulls.get({ ...o, pull_number: 4 })],
  ["pulls/list", 200, (c) => c.rest.pulls.list({ ...o, head: "acme:patch" })],
  ["pulls/list-files", 200, (c) => c.rest.pulls.listFiles({ ...o, pull_number: 4 })],
  [
    "pulls/create-review",
    200,
    (c) => c.rest.pulls.createReview({ ...o, pull_number: 4, event: "COMMENT", body: "Fine." }),
  ],
  ["pulls/list-reviews", 200, (c) => c.rest.pulls.listReviews({ ...o, pull_number: 4 })],
  [
    "pulls/request-reviewers",
    201,
    (c) => c.rest.pulls.requestReviewers({ ...o, pull_number: 4, reviewers: ["demo-ines"] }),
  ],
  ["pulls/update", 200, (c) => c.rest.pulls.update({ ...o, pull_number: 4, title: "P2" })],
  [
    "repos/compare-commits-with-basehead",
    200,
    (c) => c.rest.repos.compareCommitsWithBasehead({ ...o, basehead: "main...patch" }),
  ],
  [
    "checks/create",
    201,
    (c, s) =>
      c.rest.checks.create({
        ...o,
        name: "Handbook",
        head_sha: pullHead(s),
        output: { title: "t", summary: "s" },
      }),
  ],
  [
    "checks/update",
    200,
    (c, s) =>
      c.rest.checks.update({ ...o, check_run_id: s.state.checkRuns[0]?.id ?? 0, conclusion: "success" }),
  ],
  ["checks/get", 200, (c, s) => c.rest.checks.get({ ...o, check_run_id: s.state.checkRuns[0]?.id ?? 0 })],
  ["checks/list-for-ref", 200, (c) => c.rest.checks.listForRef({ ...o, ref: "patch" })],
  ["pulls/merge", 200, (c) => c.rest.pulls.merge({ ...o, pull_number: 4 })],
  [
    "git/update-ref",
    200,
    (c, s) => c.rest.git.updateRef({ ...o, ref: "heads/patch", sha: headOf(s), force: true }),
  ],
  ["git/delete-ref", 204, (c) => c.rest.git.deleteRef({ ...o, ref: "heads/patch" })],
];

const valuesPath = "/repos/{owner}/{repo}/issues/{issue_number}/issue-field-values";
const idOf = ({ state }: TestSandbox, number: number) => state.issues.get(number)?.id ?? 0;
const firstComment = ({ state }: TestSandbox) => state.issues.get(1)?.comments[0]?.id ?? 0;
const headOf = ({ state }: TestSandbox) => state.branches.get("main") ?? "";
const pullHead = ({ state }: TestSandbox) => state.branches.get("patch") ?? "";
const fieldOf = ({ state }: TestSandbox, name: string) =>
  state.issueFields.find((field) => field.name === name)?.id ?? 0;
const blobSha = async (c: Octokit) => {
  const { data } = await c.rest.repos.getContent({ ...o, path: "processes/handbook.yml" });
  return (data as { sha: string }).sha;
};

const asApp: readonly (readonly [string, number, Call])[] = [
  ["apps/get-authenticated", 200, (c) => c.rest.apps.getAuthenticated()],
  ["apps/list-installations", 200, (c) => c.rest.apps.listInstallations()],
  [
    "apps/get-installation",
    200,
    (c, s) => c.rest.apps.getInstallation({ installation_id: s.app.installationId }),
  ],
  ["apps/get-repo-installation", 200, (c) => c.rest.apps.getRepoInstallation(o)],
  [
    "apps/create-installation-access-token",
    201,
    (c, s) =>
      c.rest.apps.createInstallationAccessToken({
        installation_id: s.app.installationId,
        repositories: ["handbook"],
      }),
  ],
  ["apps/list-webhook-deliveries", 200, (c) => c.rest.apps.listWebhookDeliveries()],
  ["apps/get-webhook-delivery", 200, (c) => c.rest.apps.getWebhookDelivery({ delivery_id: 1 })],
  ["apps/redeliver-webhook-delivery", 202, (c) => c.rest.apps.redeliverWebhookDelivery({ delivery_id: 1 })],
];

test("every REST operation works through Octokit and fits GitHub's description", async () => {
  const { webhook } = await listen();
  const appPermissions = {
    contents: "write",
    checks: "write",
    issues: "write",
    pull_requests: "write",
  } as const;
  const sandbox = await start({ webhook, appPermissions });
  await openIssue(sandbox.bot, "One");
  await openIssue(sandbox.bot, "Two");
  await sandbox.idle();
  const app = appOctokit(sandbox);

  for (const [operation, status, call] of asBot)
    expect([operation, (await call(sandbox.bot, sandbox)).status]).toEqual([operation, status]);
  for (const [operation, status, call] of asApp)
    expect([operation, (await call(app, sandbox)).status]).toEqual([operation, status]);
  await sandbox.as("demo-ines").rest.users.getAuthenticated();

  const answered = new Set(sandbox.calls().flatMap((call) => (call.status < 300 ? [call.operation] : [])));
  expect(restOperations.filter((operation) => !answered.has(operation))).toEqual([]);
  await sandbox.idle();
  expect(sandbox.defects()).toEqual([]);
});
