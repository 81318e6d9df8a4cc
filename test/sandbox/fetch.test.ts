import { Octokit } from "@octokit/rest";
import { expect, test } from "vitest";
import { repository as o, openIssue, refusal, start, type TestSandbox } from "./start.ts";

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function withoutSockets(sandbox: TestSandbox): Octokit {
  const auth = sandbox.tokens["handrail[bot]"];
  return new Octokit({ baseUrl: sandbox.links.api, auth, log: quiet, request: { fetch: sandbox.fetch } });
}

test("without sockets, everything is as with them", async () => {
  const sandbox = await start({ basePath: "/github" });
  const client = withoutSockets(sandbox);
  await openIssue(client, "One");
  await openIssue(sandbox.bot, "Two");
  const both = await Promise.all([client, sandbox.bot].map((one) => one.rest.issues.listForRepo(o)));
  expect(both[0]?.data).toEqual(both[1]?.data);
  const unlike = [
    "x-github-request-id",
    "x-ratelimit-used",
    "x-ratelimit-remaining",
    "connection",
    "keep-alive",
    "transfer-encoding",
  ];
  const headers = both.map((answer) =>
    Object.entries(answer.headers).filter(([name]) => !unlike.includes(name)),
  );
  expect(Object.fromEntries(headers[0] ?? [])).toEqual(Object.fromEntries(headers[1] ?? []));
  expect(sandbox.calls().map(({ operation }) => operation)).toEqual([
    "issues/create",
    "issues/create",
    "issues/list-for-repo",
    "issues/list-for-repo",
  ]);
  expect(await client.graphql("{ viewer { login } }")).toEqual({ viewer: { login: "handrail[bot]" } });
  expect((await client.rest.issues.lock({ ...o, issue_number: 1 })).status).toBe(204);
});

test("a cut connection rejects, before or after it happened", async () => {
  const sandbox = await start();
  const client = withoutSockets(sandbox);
  sandbox.addFaults([{ effect: "drop-before" }, { nth: 2, effect: "drop-after" }]);
  expect(await refusal(openIssue(client, "Never"))).toMatchObject({
    status: 500,
    message: expect.stringContaining("fetch failed"),
  });
  expect(await refusal(openIssue(client, "Made"))).toMatchObject({ status: 500 });
  expect([...sandbox.state.issues.values()].map(({ title }) => title)).toEqual(["Made"]);
});

test("it fetches from the API only", async () => {
  const sandbox = await start();
  await expect(sandbox.fetch("https://example.com/api/v3")).rejects.toThrow(
    "Unexpected address https://example.com/api/v3",
  );
  await expect(sandbox.fetch(`${sandbox.url}/sandbox/state`)).rejects.toThrow("expected one below");
});
