import { afterEach, beforeEach, expect, test } from "vitest";
import { collectRuns } from "../../bot/collect-runs.ts";
import { createGitHubRepository } from "../../bot/github/github-repository.ts";
import { graphqlOf, octokitClass } from "../../bot/github/octokit-class.ts";
import { githubPolicy } from "../../bot/github/request-policy.ts";
import { createRuns } from "../../bot/runs.ts";
import { blogPostForm, filesWith, openTestWorld, type TestWorld } from "./world.ts";

const startBody = blogPostForm("2026-12-18");

let world: TestWorld;

beforeEach(async () => {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files: filesWith("publish-blog-post") });
});
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});

/** The repository and its runs as whoever has this token sees them. */
function withToken(token: string | undefined) {
  const Octokit = octokitClass({ ...githubPolicy, writeSpacing: 0, sleep: async () => undefined });
  const octokit = new Octokit({ auth: { token }, baseUrl: world.sandbox.links.api });
  const [owner = "", name = ""] = world.repository.split("/");
  const repository = createGitHubRepository({
    graphql: graphqlOf(octokit),
    name: { owner, name },
    root: "processes",
    trust: "apps",
  });
  return {
    collect: () => collectRuns(repository, world.now()),
    sweep: () => createRuns({ handbookRoot: "processes", now: world.now }).sweep({ owner, name, octokit }),
  };
}

test("a sweep with another account's token leaves the runs of the bot alone, and says so", async () => {
  const run = await world.as("demo-lena").open("Publish a blog post: Rails", startBody, ["handrail:run"]);
  const before = await world.issues();
  const swept = await withToken(world.sandbox.tokens["demo-lena"]).sweep();
  expect(swept).toEqual({
    runs: 1,
    changed: 0,
    leftAlone: [{ run, keeper: "handrail[bot]" }],
    proposals: [],
    ticked: [],
    learning: "off",
    failures: [],
  });
  expect(await world.issues()).toEqual(before);
});

test("a comment that only looks like a status comment does not stop the run", async () => {
  const waiting = await world
    .as("demo-lena")
    .open("Publish a blog post: Rails", startBody.replace("2026-12-18", "2026-11-20"), ["handrail:run"]);
  const comments = (await world.issue(waiting)).comments;
  expect(comments).toHaveLength(1);
  await world.as("demo-lena").comment(waiting, "<!-- handrail:status e30= -->");
  await world.as("demo-lena").comment(waiting, "/go");
  expect((await world.issues()).filter(({ parent }) => parent === waiting)).toHaveLength(8);
});

test("whoever may read the issues can collect the records of the bot's runs", async () => {
  await world.as("demo-lena").open("Publish a blog post: Rails", startBody, ["handrail:run"]);
  const [ours, theirs] = await Promise.all(
    ["handrail[bot]", "demo-lena"].map((login) => withToken(world.sandbox.tokens[login]).collect()),
  );
  expect(theirs?.runs).toHaveLength(1);
  expect(theirs?.runs).toEqual(ours?.runs);
});
