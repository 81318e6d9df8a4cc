import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFaults } from "../../sandbox/faults.ts";
import type { FaultRule } from "../../sandbox/index.ts";
import { graphqlErrors, listen, repository as o, openIssue, refusal, start } from "./start.ts";

const create = { ...o, title: "T" };

describe("faults of requests", () => {
  const cases: readonly (readonly [string, FaultRule, { status: number }, number])[] = [
    [
      "an answer before anything happened",
      { write: true, effect: "status-before", status: 500 },
      { status: 500 },
      0,
    ],
    ["an answer lost after it happened", { write: true, effect: "status-after" }, { status: 502 }, 1],
    [
      "a refusal with retry-after",
      { operation: "issues/create", effect: "status-before", status: 429, retryAfter: 7 },
      { status: 429 },
      0,
    ],
    ["a connection cut before", { method: "post", effect: "drop-before" }, { status: 500 }, 0],
    ["a connection cut after", { path: "/repos/*/issues", effect: "drop-after" }, { status: 500 }, 1],
  ];
  test.each(cases)("%s", async (_name, rule, expected, made) => {
    const sandbox = await start();
    sandbox.addFaults([rule]);
    expect(await refusal(sandbox.bot.rest.issues.create(create))).toMatchObject(expected);
    expect(sandbox.state.issues.size).toBe(made);
    // Octokit reports a cut connection as 500; the log tells what it was.
    expect(sandbox.calls()[0]).toMatchObject({
      status: rule.effect.startsWith("drop") ? 0 : expected.status,
      creates: made,
    });
    await sandbox.bot.rest.issues.create(create);
    expect(sandbox.state.issues.size).toBe(made + 1);
  });

  test("the second write only, and reads are not counted", async () => {
    const sandbox = await start();
    sandbox.addFaults([{ write: true, nth: 2, effect: "status-before", status: 503 }]);
    await openIssue(sandbox.bot, "One");
    await sandbox.bot.rest.issues.get({ ...o, issue_number: 1 });
    expect(await refusal(openIssue(sandbox.bot, "Two"))).toMatchObject({ status: 503 });
    await openIssue(sandbox.bot, "Three");
  });

  test("the rate limit of GraphQL comes as HTTP 200", async () => {
    const sandbox = await start();
    sandbox.addFaults([{ kind: "graphql", operation: "viewer", effect: "graphql-rate-limit" }]);
    expect(await graphqlErrors(sandbox.bot.graphql("{ viewer { login } }"))).toEqual([
      "RATE_LIMITED: API rate limit exceeded",
    ]);
    expect(await sandbox.bot.graphql("{ viewer { login } }")).toEqual({ viewer: { login: "handrail[bot]" } });
  });

  const twoComments = `mutation($id: ID!) {
    first: addComment(input: { subjectId: $id, body: "one" }) { clientMutationId }
    second: addComment(input: { subjectId: $id, body: "two" }) { clientMutationId }
    third: addComment(input: { subjectId: $id, body: "three" }) { clientMutationId }
  }`;

  test.each([
    ["told", [], ["SERVICE_UNAVAILABLE: Something went wrong while executing your query."]],
    ["lost", [{ write: true, kind: "graphql", effect: "drop-after" }], "a cut connection"],
  ] as const)("a document carried out in part, and that is %s", async (_name, more, told) => {
    const sandbox = await start();
    const { node_id: id } = (await sandbox.bot.rest.issues.create(create)).data;
    sandbox.addFaults([{ kind: "graphql", write: true, effect: "partial", fields: [2] }, ...more]);
    const outcome = await graphqlErrors(sandbox.bot.graphql(twoComments, { id })).catch(
      () => "a cut connection",
    );
    expect(outcome).toEqual(told);
    expect(sandbox.state.issues.get(1)?.comments.map(({ body }) => body)).toEqual(["one", "three"]);
  });

  const commentsOf = `{ repository(owner: "acme", name: "handbook") { issue(number: 1) { title comments(first: 9) { nodes { body } } } } }`;

  test("a query that asks too much is answered in part", async () => {
    const sandbox = await start();
    await sandbox.bot.rest.issues.create(create);
    sandbox.addFaults([{ kind: "graphql", effect: "resource-limited", budget: 2 }]);
    expect(await graphqlErrors(sandbox.bot.graphql(commentsOf))).toEqual([
      "RESOURCE_LIMITS_EXCEEDED: Resource limits for this query exceeded; the answer is partial.",
    ]);
  });

  test.each([
    ["lag", "T", ["one"]],
    ["lag-lists", "Renamed", ["one"]],
  ] as const)("a read may %s two writes behind", async (effect, title, bodies) => {
    const sandbox = await start();
    await sandbox.bot.rest.issues.create(create);
    await sandbox.bot.rest.issues.createComment({ ...o, issue_number: 1, body: "one" });
    sandbox.addFaults([{ kind: "graphql", effect, writes: 2 }]);
    await sandbox.bot.rest.issues.update({ ...o, issue_number: 1, title: "Renamed" });
    await sandbox.bot.rest.issues.createComment({ ...o, issue_number: 1, body: "two" });
    const seen = () => sandbox.bot.graphql<{ repository: { issue: object } }>(commentsOf);
    const issue = (shown: string, comments: readonly string[]) => ({
      repository: { issue: { title: shown, comments: { nodes: comments.map((body) => ({ body })) } } },
    });
    expect(await seen()).toEqual(issue(title, bodies));
    expect(await seen()).toEqual(issue("Renamed", ["one", "two"]));
  });

  test("the limit of an hour says when it ends", async () => {
    const sandbox = await start();
    sandbox.addFaults([{ kind: "rest", effect: "status-before", status: 403, resetAfter: 600 }]);
    const response = await fetch(`${sandbox.links.api}/repos/acme/handbook`, {
      headers: { authorization: `Bearer ${sandbox.tokens["handrail[bot]"]}` },
    });
    expect(response.headers.get("x-ratelimit-remaining")).toBe("0");
    expect(Number(response.headers.get("x-ratelimit-reset")) * 1000).toBe(
      Date.parse(response.headers.get("date") ?? "") + 600_000,
    );
  });

  test("they are set and cleared over HTTP, and nonsense is refused with a sentence", async () => {
    const sandbox = await start();
    const post = (body: object) =>
      fetch(`${sandbox.url}/sandbox/faults`, { method: "POST", body: JSON.stringify(body) });
    const message = async (body: object) =>
      ((await (await post(body)).json()) as { message: string }).message;
    expect(await message({ rules: [{ effect: "explode" }] })).toMatch(
      /^Unexpected effect "explode", expected one of status-before/,
    );
    expect(await message({ rules: [{ effect: "delay", mehtod: "GET" }] })).toMatch(
      /^Unexpected key "mehtod", expected one of kind/,
    );
    expect(await message({})).toBe("Unexpected body, expected { rules: [...] }.");
    expect((await post({ rules: [{ effect: "status-before", times: null }] })).status).toBe(200);
    expect(await refusal(sandbox.bot.rest.repos.get(o))).toMatchObject({ status: 502 });
    expect(await refusal(sandbox.bot.rest.repos.get(o))).toMatchObject({ status: 502 });
    await fetch(`${sandbox.url}/sandbox/faults`, { method: "DELETE" });
    expect((await sandbox.bot.rest.repos.get(o)).status).toBe(200);
  });
});

describe("faults of deliveries", () => {
  const cases: readonly (readonly [string, FaultRule, readonly string[]])[] = [
    ["lost", { operation: "issues.opened", effect: "lose" }, ["issue_comment.created"]],
    [
      "doubled",
      { operation: "issues.opened", effect: "duplicate" },
      ["issues.opened", "issues.opened", "issue_comment.created"],
    ],
    ["out of order", { operation: "issues", effect: "reorder" }, ["issue_comment.created", "issues.opened"]],
    [
      "late",
      { kind: "webhook", operation: "issues", effect: "delay", delayMs: 30 },
      ["issue_comment.created", "issues.opened"],
    ],
  ];
  test.each(cases)("a webhook comes %s", async (_name, rule, expected) => {
    const { webhook, names } = await listen();
    const sandbox = await start({ webhook });
    sandbox.addFaults([rule]);
    await openIssue(sandbox.bot, "One");
    await sandbox.bot.rest.issues.createComment({ ...o, issue_number: 1, body: "b" });
    await sandbox.idle();
    expect(names()).toEqual(expected);
  });

  test("a lost one is listed and can be delivered again", async () => {
    const { webhook, names } = await listen();
    const sandbox = await start({ webhook });
    sandbox.addFaults([{ effect: "lose" }]);
    await openIssue(sandbox.bot, "One");
    await sandbox.idle();
    expect([names(), sandbox.deliveries()[0]?.status]).toEqual([[], "lost (injected fault)"]);
    await fetch(`${sandbox.url}/acme/handbook/deliveries/1/redeliver`, {
      method: "POST",
      redirect: "manual",
    });
    expect(names()).toEqual(["issues.opened"]);
  });
});

test("a rule strikes exactly the matches from nth on, times often", () => {
  const target = {
    kind: "rest",
    method: "POST",
    path: "/x",
    operation: "a/b",
    write: true,
    actor: "me",
  } as const;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 12 }),
      (nth, times, requests) => {
        const faults = createFaults();
        faults.add([{ nth, times, effect: "delay" }]);
        const struck = Array.from({ length: requests }, () => faults.strike(target).length);
        expect(struck).toEqual(
          Array.from({ length: requests }, (_, at) => (at + 1 >= nth && at + 1 < nth + times ? 1 : 0)),
        );
      },
    ),
  );
});

test.each([
  ["/repos/acme/handbook/issues", "/repos/acme/handbook/issues", true],
  ["/repos/*/issues", "/repos/acme/handbook/issues?page=2", true],
  ["/repos/*/issues", "/repos/acme/handbook/issues/1", false],
  ["*/comments", "/repos/acme/handbook/issues/1/comments", true],
  ["/repos/*", "/repos/acme", true],
  ["/repos/*", "/user", false],
  ["*aba*ab", "xabaab", true],
  ["*aba*ab", "xabab", false],
])("the pattern %s against %s: %s", (path, actual, expected) => {
  const faults = createFaults();
  faults.add([{ path, effect: "delay" }]);
  const target = {
    kind: "rest",
    method: "GET",
    path: actual,
    operation: "",
    write: false,
    actor: "",
  } as const;
  expect(faults.strike(target).length === 1).toBe(expected);
});
