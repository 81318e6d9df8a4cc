import { createSign, generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createClock } from "../../sandbox/index.ts";
import {
  appOctokit,
  graphqlErrors,
  repository as o,
  octokit,
  openIssue,
  refusal,
  start,
  type TestSandbox,
} from "./start.ts";

const nowSeconds = Date.parse("2026-03-02T08:00:00Z") / 1000;

function jwt(key: string, claims: object, header: object = { alg: "RS256", typ: "JWT" }): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const content = `${part(header)}.${part(claims)}`;
  return `${content}.${createSign("RSA-SHA256").update(content).sign(key).toString("base64url")}`;
}

const strangersKey = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
}).privateKey;

describe("the App's own key", () => {
  const good = (s: TestSandbox) => ({ iss: s.app.appId, iat: nowSeconds - 30, exp: nowSeconds + 570 });
  const cases: readonly (readonly [string, (s: TestSandbox) => string, string | null])[] = [
    ["opens", (s) => jwt(s.app.privateKey, good(s)), null],
    [
      "opens with the client id, too",
      (s) => jwt(s.app.privateKey, { ...good(s), iss: `Iv1.sandbox${s.app.appId}` }),
      null,
    ],
    ["of a stranger does not", (s) => jwt(strangersKey, good(s)), "could not be decoded"],
    [
      "with another algorithm does not",
      (s) => jwt(s.app.privateKey, good(s), { alg: "none" }),
      "could not be decoded",
    ],
    ["for another App does not", (s) => jwt(s.app.privateKey, { ...good(s), iss: 1 }), "'Issuer' claim"],
    [
      "that has expired does not",
      (s) => jwt(s.app.privateKey, { ...good(s), exp: nowSeconds }),
      "'Expiration time' claim ('exp') must be",
    ],
    [
      "from the future does not",
      (s) => jwt(s.app.privateKey, { ...good(s), iat: nowSeconds + 120 }),
      "'Issued at' claim",
    ],
    [
      "that lives too long does not",
      (s) => jwt(s.app.privateKey, { ...good(s), exp: nowSeconds + 900 }),
      "too far in the future",
    ],
    [
      "without its signature does not",
      (s) => jwt(s.app.privateKey, good(s)).replace(/[^.]+$/, ""),
      "could not be decoded",
    ],
    ["that is no JWT does not", () => "a.b.c", "could not be decoded"],
  ];
  test.each(cases)("a token %s", async (_name, token, problem) => {
    const sandbox = await start();
    const response = await fetch(`${sandbox.links.api}/app`, {
      headers: { authorization: `Bearer ${token(sandbox)}` },
    });
    const body = (await response.json()) as { message?: string };
    expect(response.status).toBe(problem === null ? 200 : 401);
    if (problem !== null) expect(body.message).toContain(problem);
  });

  test("Octokit signs by the real clock and corrects itself by the sandbox's", async () => {
    const sandbox = await start();
    const { data } = await appOctokit(sandbox).rest.apps.getAuthenticated();
    expect(data).toMatchObject({ slug: "handrail", id: sandbox.app.appId });
  });
});

test("an installation's token acts as the bot, for one hour of the sandbox's time", async () => {
  let real = 0;
  const clock = createClock({ now: "2026-03-02T08:00:00Z", realTime: () => real });
  const sandbox = await start({ clock });
  const { data } = await appOctokit(sandbox).rest.apps.createInstallationAccessToken({
    installation_id: sandbox.app.installationId,
  });
  expect(data.expires_at).toBe("2026-03-02T09:00:00Z");
  const client = octokit(sandbox.links.api, data.token);
  expect((await client.rest.issues.create({ ...o, title: "T" })).data.user?.login).toBe("handrail[bot]");
  real += 3_599_000;
  await openIssue(client, "Still");
  await sandbox.moveClock("2027-01-01T00:00:00Z");
  await openIssue(client, "Still: an hour that is skipped has not passed");
  real += 1_000;
  expect(await refusal(openIssue(client, "No more"))).toMatchObject({
    status: 401,
    message: expect.stringContaining("Bad credentials"),
  });
});

test.each([
  ["nothing", {}, "Requires authentication"],
  ["an unknown token", { authorization: "token ghp_000" }, "Bad credentials"],
  ["basic authentication", { authorization: "Basic eDp5" }, "Requires authentication"],
])("%s gets 401, from REST and GraphQL", async (_name, headers, message) => {
  const sandbox = await start();
  const rest = await fetch(`${sandbox.links.api}/repos/acme/handbook`, { headers });
  expect([rest.status, await rest.json()]).toMatchObject([
    401,
    { message: expect.stringContaining(message) },
  ]);
  const graphql = await fetch(sandbox.links.graphql, {
    method: "POST",
    headers,
    body: JSON.stringify({ query: "{ viewer { login } }" }),
  });
  expect(graphql.status).toBe(401);
});

test("the App's key is for the App's own matters, and tokens are not", async () => {
  const sandbox = await start();
  const claims = { iss: sandbox.app.appId, iat: nowSeconds - 30, exp: nowSeconds + 570 };
  const key = octokit(sandbox.links.api, jwt(sandbox.app.privateKey, claims));
  expect(await refusal(key.rest.repos.get(o))).toMatchObject({ status: 401 });
  expect(await refusal(sandbox.bot.rest.apps.getAuthenticated())).toMatchObject({ status: 401 });
  expect(await refusal(sandbox.bot.rest.users.getAuthenticated())).toMatchObject({ status: 403 });
});

test.each([
  ["demo-ines", "demo-ines", "User", "demo-ines"],
  ["handrail[bot]", "handrail[bot]", "Bot", "handrail"],
  ["github-actions[bot]", "github-actions[bot]", "Bot", "github-actions"],
])("%s writes as %s (%s), and GraphQL calls the author %s", async (login, restLogin, type, graphqlLogin) => {
  const sandbox = await start();
  const client = sandbox.as(login);
  const { data } = await client.rest.issues.create({ ...o, title: "T" });
  expect(data.user).toMatchObject({ login: restLogin, type });
  const query = `{ viewer { login } repository(owner: "acme", name: "handbook") { issue(number: 1) { author { __typename login } viewerDidAuthor } } }`;
  expect(await client.graphql(query)).toEqual({
    viewer: { login },
    repository: { issue: { author: { __typename: type, login: graphqlLogin }, viewerDidAuthor: true } },
  });
  expect(await graphqlErrors(client.graphql(`{ user(login: "nobody") { id } }`))).toEqual([
    "NOT_FOUND: Could not resolve to a User with the login of 'nobody'.",
  ]);
});
