import { graphqlOf } from "../../bot/github/octokit-class.ts";
import { createPullRequestRepository } from "../../bot/github/pull-request/pull-request-repository.ts";
import { restOf } from "../../bot/github/rest-client.ts";
import { reviewPullRequest } from "../../bot/pull-requests/review-pull-request.ts";
import { hashObject } from "../../sandbox/state/git/hash-object.ts";
import { readTree } from "../../sandbox/state/git/read-tree.ts";
import { articleHandbook, openTestWorld } from "./world.ts";

const steps = [
  "id: draft, title: Write the draft, role: author, due: -5bd",
  "id: approve, title: Approve the draft, kind: approval, approvers: [editor, lead], approves: draft, due: -2bd",
  "id: live, title: Publish it, role: author, due: 0d",
];
export const path = "processes/content/article.mdx";

/** The article's handbook with instructions for each step, so that nothing is wrong with it. */
function soundHandbook(): ReadonlyMap<string, string> {
  const files = new Map(articleHandbook(steps));
  const body = ["Write the draft", "Approve the draft", "Publish it"]
    .map((title) => `## ${title}\n\nDo it well.\n`)
    .join("\n");
  const article = files.get("content/article.mdx") ?? "";
  return files.set("content/article.mdx", `${article}\n${body}`);
}

/** The setting with which people are asked to read what has changed. */
export const readAgain = "changes: { readAgain: true }\n";

/** A world in which whoever looks after the article is asked to look it through every half year, on the day when that is due. */
export async function openReviewWorld() {
  const world = await openPullWorld({
    hears: true,
    settings: readAgain,
    article: (text) => text.replace("owner: editor", "owner: editor\nreviewEvery: 6mo"),
  });
  await world.opened.sweep();
  await world.opened.moveTo("2027-06-07T09:00:00Z");
  await world.opened.sweep();
  return world;
}

/** A world, what a person does with pull requests in it, and the bot that reviews them. */
export async function openPullWorld({ hears = false, settings = "", article = (text: string) => text } = {}) {
  const files = new Map(soundHandbook());
  files.set("content/article.mdx", article(files.get("content/article.mdx") ?? ""));
  const opened = await openTestWorld({
    now: "2026-11-02T09:00:00Z",
    files: files.set("handbook.yml", (files.get("handbook.yml") ?? "") + settings),
    quiet: true,
  });
  if (!hears) opened.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
  const { sandbox, repository } = opened;
  const [owner = "", repo = ""] = repository.split("/");
  const api = async (method: string, route: string, body?: unknown, login = "demo-jonas") => {
    const response = await fetch(`${sandbox.links.api}/repos/${repository}${route}`, {
      method,
      headers: {
        authorization: `Bearer ${sandbox.tokens[login]}`,
        "content-type": "application/json",
        "user-agent": "test",
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, never>;
  };
  const octokit = await opened.bot.probot.auth(sandbox.app.installationId);
  const pulls = createPullRequestRepository({
    graphql: graphqlOf(octokit),
    rest: restOf(octokit),
    name: { owner, name: repo },
    root: "processes",
  });
  let branches = 0;
  const commit = async (branch: string, file: string, edit: (text: string) => string) => {
    const { content, sha } = (await api("GET", `/contents/${file}?ref=${branch}`)) as unknown as {
      content: string;
      sha: string;
    };
    const text = edit(Buffer.from(content, "base64").toString());
    await api("PUT", `/contents/${file}`, {
      message: "Change it",
      branch,
      sha,
      content: Buffer.from(text).toString("base64"),
    });
  };
  const branchOff = async (branch: string, from = "main") => {
    const { object } = (await api("GET", `/git/ref/heads/${from}`)) as unknown as { object: { sha: string } };
    await api("POST", "/git/refs", { ref: `refs/heads/${branch}`, sha: object.sha });
  };
  /** Opens a pull request of a branch as it stands; gives its number. */
  const open = async (branch: string, base = "main", login = "demo-jonas") => {
    const change = { title: "A change", head: branch, base };
    const { number } = (await api("POST", "/pulls", change, login)) as unknown as { number: number };
    return number;
  };
  /** Moves a file on a branch, with git as it were: GitHub has no request that does so in one commit. */
  const move = (branch: string, from: string, to: string) => {
    const { branches: all, commits } = sandbox.state;
    const head = commits.find(({ sha }) => sha === all.get(branch));
    const moved = head?.files.get(from);
    if (head === undefined || moved === undefined) throw new Error(`There is no ${from} on ${branch}.`);
    const files = new Map(head.files).set(to, moved);
    files.delete(from);
    const sha = hashObject("commit", Buffer.from(`${head.sha} ${from} ${to}`));
    commits.push({ ...head, sha, treeSha: readTree(files).sha, parentSha: head.sha, files });
    all.set(branch, sha);
  };
  return {
    opened,
    api,
    commit,
    move,
    /** The newest commit of a branch. */
    headOf: (branch: string) => sandbox.state.branches.get(branch) ?? "",
    /** Puts a branch back to a commit that it had before. */
    putBack: (branch: string, sha: string) => api("PATCH", `/git/refs/heads/${branch}`, { sha, force: true }),
    branchOff,
    approve: (number: number, login: string) =>
      api("POST", `/pulls/${number}/reviews`, { event: "APPROVE" }, login),
    /** Changes the branch that a pull request is for. */
    pointAt: (number: number, base: string) => api("PATCH", `/pulls/${number}`, { base }),
    /** Opens a pull request that edits one file, and gives its branch and number. */
    async propose(edit: (text: string) => string, file = path, login = "demo-jonas", base = "main") {
      branches += 1;
      const branch = `change-${branches}`;
      await branchOff(branch, base);
      await commit(branch, file, edit);
      return { branch, number: await open(branch, base, login) };
    },
    open,
    /** Deletes a branch as git does. */
    async dropBranch(branch: string) {
      const { status } = await fetch(`${sandbox.links.api}/repos/${repository}/git/refs/heads/${branch}`, {
        method: "DELETE",
        headers: { authorization: `Bearer ${sandbox.tokens["demo-jonas"]}`, "user-agent": "test" },
      });
      if (status !== 204) throw new Error(`${branch} was not deleted: ${status}`);
    },
    /** Deletes the branch of a merged pull request by the button on its page. */
    async deleteBranch(number: number, login = "demo-jonas") {
      const { status } = await fetch(`${sandbox.links.web}/${repository}/pull/${number}/delete-branch`, {
        method: "POST",
        headers: { cookie: `sandbox_actor=${login}` },
        redirect: "manual",
      });
      if (status !== 303) throw new Error(`The branch of #${number} was not deleted: ${status}`);
    },
    /** What the bot reaches pull requests with. */
    repository: pulls,
    merge: (number: number) => api("PUT", `/pulls/${number}/merge`, {}),
    review: (number: number, options: { isAskedAgain?: boolean; isReadOnly?: boolean } = {}) =>
      reviewPullRequest(pulls, number, { now: opened.now, ...options }),
    checks: () =>
      sandbox.state.checkRuns.map(({ title, conclusion, status, annotations, summary }) => ({
        title,
        conclusion,
        status,
        annotations,
        summary,
      })),
    comments: async (number: number) => (await opened.issue(number)).comments,
    defects: () => sandbox.defects(),
  };
}

export type PullWorld = Awaited<ReturnType<typeof openPullWorld>>;
