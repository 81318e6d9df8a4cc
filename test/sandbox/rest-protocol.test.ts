import { describe, expect, test } from "vitest";
import { createClock } from "../../sandbox/index.ts";
import { repository as o, openIssue, refusal, start, type TestSandbox } from "./start.ts";

const get = (sandbox: TestSandbox, path: string, headers: Record<string, string> = {}) =>
  fetch(`${sandbox.links.api}${path}`, {
    headers: { authorization: `token ${sandbox.tokens["handrail[bot]"]}`, ...headers },
  });

const send = (sandbox: TestSandbox, method: string, path: string, body: string) =>
  fetch(`${sandbox.links.api}${path}`, {
    method,
    body,
    headers: { authorization: `token ${sandbox.tokens["handrail[bot]"]}` },
  });

describe("what does not fit GitHub's description fails loudly", () => {
  const issues = "/repos/acme/handbook/issues";
  const cases: readonly (readonly [string, string, string, string, number, string])[] = [
    [
      "an operation that is not modelled",
      "GET",
      "/repos/acme/handbook/milestones",
      "",
      501,
      "The sandbox does not model GET /repos/acme/handbook/milestones",
    ],
    ["an address GitHub does not have", "GET", "/nonsense", "", 501, "does not model"],
    ["a missing title", "POST", issues, "{}", 422, "must have required property 'title'"],
    ["a wrong type", "POST", issues, `{"title":"T","labels":"bug"}`, 422, "/labels must be array"],
    ["a misspelt key", "POST", issues, `{"title":"T","asignees":["demo-ines"]}`, 422, "asignees is no key"],
    [
      "a misspelt key further in",
      "POST",
      issues,
      `{"title":"T","labels":[{"nam":"bug"}]}`,
      422,
      "labels/0/nam is no key",
    ],
    ["a misspelt parameter", "GET", `${issues}?pre_page=100`, "", 422, "pre_page is no parameter"],
    [
      "a value outside the list",
      "GET",
      `${issues}?state=opened`,
      "",
      422,
      "must be equal to one of the allowed values",
    ],
    ["a number that is none", "GET", `${issues}/abc`, "", 422, "issue_number: / must be integer"],
    ["broken JSON", "POST", issues, "{", 400, "Problems parsing JSON"],
    [
      "a body where none belongs",
      "DELETE",
      `${issues}/1/lock`,
      `{"x":1}`,
      422,
      "this operation takes no body",
    ],
    [
      "a body that is too large",
      "POST",
      issues,
      `{"title":"${"x".repeat(1_000_001)}"}`,
      413,
      "Payload too large",
    ],
    ["another repository", "GET", "/repos/acme/other", "", 404, "Not Found"],
    ["an issue that is not there", "GET", `${issues}/9`, "", 404, "Not Found"],
    [
      "a path that climbs",
      "GET",
      "/repos/acme/handbook/contents/..%2F..%2Fetc%2Fpasswd",
      "",
      404,
      "Not Found",
    ],
    [
      "a missing revision",
      "GET",
      "/repos/acme/handbook/contents/processes?ref=nope",
      "",
      404,
      "No commit found for the ref nope",
    ],
  ];
  test.each(cases)("%s", async (_name, method, path, body, status, message) => {
    const sandbox = await start();
    const response = method === "GET" ? await get(sandbox, path) : await send(sandbox, method, path, body);
    expect([response.status, await response.json()]).toMatchObject([
      status,
      { message: expect.stringContaining(message) },
    ]);
    expect(sandbox.defects()).toEqual([]);
  });
});

test("lists come in pages with links between them", async () => {
  const sandbox = await start();
  for (let at = 1; at <= 5; at += 1) await openIssue(sandbox.bot, `Issue ${at}`);
  const all = await sandbox.bot.paginate(sandbox.bot.rest.issues.listForRepo, {
    ...o,
    per_page: 2,
    direction: "asc",
  });
  expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  const second = await get(sandbox, "/repos/acme/handbook/issues?per_page=2&page=2");
  const relations = [...(second.headers.get("link") ?? "").matchAll(/[?&]page=(\d+)>; rel="(\w+)"/g)].map(
    ([, page, rel]) => `${rel} ${page}`,
  );
  expect(relations).toEqual(["prev 1", "first 1", "next 3", "last 3"]);
  expect((await get(sandbox, "/repos/acme/handbook/issues?per_page=100")).headers.get("link")).toBeNull();
});

describe("the list of issues", () => {
  const cases: readonly (readonly [object, readonly number[]])[] = [
    [{}, [4, 3, 1]],
    [{ state: "closed" }, [2]],
    [{ state: "all", sort: "created", direction: "asc" }, [1, 2, 3, 4]],
    [{ labels: "bug" }, [3, 1]],
    [{ labels: "bug,question" }, [3]],
    [{ assignee: "demo-ines" }, [1]],
    [{ assignee: "none" }, [4, 3]],
    [{ assignee: "*" }, [1]],
    [{ creator: "vera" }, [4]],
    [{ sort: "comments" }, [3, 4, 1]],
    [{ type: "Bug" }, [1]],
    [{ since: "2026-03-03T00:00:00Z", state: "all" }, [4]],
  ];
  test.each(cases)("%j gives %j", async (query, expected) => {
    const sandbox = await start();
    await sandbox.bot.rest.issues.create({
      ...o,
      title: "1",
      labels: ["bug"],
      assignees: ["demo-ines"],
      type: "Bug",
    });
    await openIssue(sandbox.bot, "2");
    await sandbox.bot.rest.issues.update({ ...o, issue_number: 2, state: "closed" });
    await sandbox.bot.rest.issues.create({ ...o, title: "3", labels: ["bug", "question"] });
    await sandbox.bot.rest.issues.createComment({ ...o, issue_number: 3, body: "b" });
    await sandbox.moveClock("2026-03-04T08:00:00Z");
    await openIssue(sandbox.as("vera"), "4");
    const { data } = await sandbox.bot.rest.issues.listForRepo({ ...o, ...query });
    expect(data.map(({ number }) => number)).toEqual(expected);
  });
});

test("an unchanged answer is not sent twice", async () => {
  const sandbox = await start();
  const first = await get(sandbox, "/repos/acme/handbook/labels");
  const etag = first.headers.get("etag") ?? "";
  expect((await get(sandbox, "/repos/acme/handbook/labels", { "if-none-match": etag })).status).toBe(304);
  await sandbox.bot.rest.issues.createLabel({ ...o, name: "new" });
  expect((await get(sandbox, "/repos/acme/handbook/labels", { "if-none-match": etag })).status).toBe(200);
});

test("answers carry GitHub's headers, with the sandbox's time", async () => {
  const sandbox = await start();
  const { headers } = await get(sandbox, "/repos/acme/handbook");
  expect(Object.fromEntries(headers)).toMatchObject({
    date: "Mon, 02 Mar 2026 08:00:00 GMT",
    "x-github-api-version-selected": "2022-11-28",
    "x-github-request-id": expect.stringMatching(/^[0-9A-F-]{36}$/),
    "x-ratelimit-limit": "5000",
    "x-ratelimit-used": "1",
    "x-ratelimit-remaining": "4999",
    "x-ratelimit-reset": String(Date.parse("2026-03-02T09:00:00Z") / 1000),
  });
});

test("with limits on, content creation stops at eighty a minute and five hundred an hour", async () => {
  const clock = createClock({ now: "2026-03-02T08:00:00Z", frozen: true });
  const sandbox = await start({ limits: true, clock });
  const create = (count: number) =>
    sandbox.bot.graphql(
      `mutation ($r: ID!) { ${Array.from({ length: count }, (_, at) => `m${at}: createIssue(input: { repositoryId: $r, title: "T" }) { clientMutationId }`).join(" ")} }`,
      { r: sandbox.state.repository.nodeId },
    );
  await create(80);
  const refused = await sandbox.bot.rest.issues.create({ ...o, title: "T" }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ status: 403, response: { headers: { "retry-after": "60" } } });
  for (let minute = 1; minute <= 5; minute += 1) {
    await sandbox.moveClock(`2026-03-02T08:0${minute}:00Z`);
    await create(80);
  }
  await sandbox.moveClock("2026-03-02T08:06:00Z");
  await create(20);
  await sandbox.moveClock("2026-03-02T08:07:00Z");
  expect(await refusal(openIssue(sandbox.bot, "T"))).toMatchObject({
    status: 403,
    message: expect.stringContaining("secondary rate limit"),
  });
  expect((await sandbox.bot.rest.issues.get({ ...o, issue_number: 1 })).status).toBe(200);
});

test("the log tells every API request in order, and nothing else", async () => {
  const sandbox = await start();
  await openIssue(sandbox.as("demo-ines"), "One");
  await sandbox.bot.graphql("{ viewer { login } }");
  await fetch(`${sandbox.url}/acme/handbook/issues`);
  const calls = (await (await fetch(`${sandbox.url}/sandbox/calls`)).json()) as object[];
  expect(calls).toEqual([
    {
      n: 1,
      at: "2026-03-02T08:00:00.000Z",
      actor: "demo-ines",
      kind: "rest",
      method: "POST",
      path: "/repos/acme/handbook/issues",
      operation: "issues/create",
      write: true,
      points: 0,
      status: 201,
      creates: 1,
    },
    {
      n: 2,
      at: "2026-03-02T08:00:00.000Z",
      actor: "handrail[bot]",
      kind: "graphql",
      method: "POST",
      path: "/graphql",
      operation: "viewer",
      write: false,
      points: 1,
      status: 200,
      creates: 0,
    },
  ]);
  await fetch(`${sandbox.url}/sandbox/calls/reset`, { method: "POST" });
  expect(sandbox.calls()).toEqual([]);
});
