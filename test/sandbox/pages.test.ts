import fc from "fast-check";
import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, test } from "vitest";
import { html } from "../../sandbox/http/html.ts";
import { repository as o, openIssue, start, type TestSandbox } from "./start.ts";

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>' onmouseover='x`;
const web = "/acme/handbook";

const show = (sandbox: TestSandbox, path: string, actor = "demo-ines") =>
  fetch(`${sandbox.url}${path}`, { headers: { cookie: `sandbox_actor=${actor}` }, redirect: "manual" });

const post = (
  sandbox: TestSandbox,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) =>
  fetch(`${sandbox.url}${path}`, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { cookie: "sandbox_actor=demo-ines", ...headers },
    redirect: "manual",
  });

async function hostileSandbox(): Promise<TestSandbox> {
  const sandbox = await start({
    users: [
      { login: "demo-tom", name: hostile, permission: "admin" },
      { login: "demo-ines", name: "Ines", permission: "write" },
    ],
    nav: [{ title: hostile, href: "/" }],
  });
  sandbox.files.set("processes/<script>alert(1)<.mdx", hostile);
  sandbox.files.set(".github/ISSUE_TEMPLATE/x.yml", `name: '${hostile.replaceAll("'", "''")}'\n`);
  await sandbox.bot.rest.issues.createLabel({ ...o, name: hostile.slice(0, 40), description: hostile });
  await sandbox.bot.rest.issues.create({
    ...o,
    title: hostile,
    body: `${hostile}\n\n@demo-tom`,
    labels: [hostile.slice(0, 40)],
    assignees: ["demo-tom"],
  });
  await sandbox.bot.rest.issues.createComment({ ...o, issue_number: 1, body: hostile });
  await sandbox.as("demo-tom").rest.issues.update({ ...o, issue_number: 1, title: `${hostile}!` });
  return sandbox;
}

/** What in a page could do something: scripts, handlers, and addresses that are code or lie elsewhere. */
function dangers(node: Nodes): string[] {
  const own: string[] = [];
  if (node.type === "element") {
    if (["script", "style", "iframe", "object", "base"].includes(node.tagName)) own.push(node.tagName);
    for (const [name, value] of Object.entries(node.properties)) {
      if (/^(on|style$)/i.test(name)) own.push(name);
      const loads = ["src", "action", "formAction"].includes(name) && !String(value).startsWith("/");
      if (loads || (name === "href" && /^(javascript|vbscript)/i.test(String(value))))
        own.push(`${name}=${value}`);
    }
  }
  return [...own, ...("children" in node ? node.children.flatMap(dangers) : [])];
}

test("hostile texts stay texts, on every page", async () => {
  const sandbox = await hostileSandbox();
  const paths = [
    `${web}/issues`,
    `${web}/issues?label=${encodeURIComponent(hostile)}&assignee=${encodeURIComponent(hostile)}`,
    `${web}/issues/1`,
    `${web}/issues/new?title=${encodeURIComponent(hostile)}&body=${encodeURIComponent(`</textarea>${hostile}`)}`,
    `${web}/issues/new/choose`,
    `${web}/tree/main/processes`,
    `${web}/blob/main/processes/${encodeURIComponent("<script>alert(1)<.mdx")}`,
    `${web}/blob/${encodeURIComponent(hostile)}/x`,
    `${web}/deliveries`,
    "/notifications",
    "/demo-tom",
    "/apps/handrail",
    `/acme/${encodeURIComponent(hostile)}`,
  ];
  for (const path of paths) {
    const text = await (await show(sandbox, path, "demo-tom")).text();
    expect([path, dangers(fromHtml(text))]).toEqual([path, []]);
  }
  const avatar = await (
    await fetch(`${sandbox.url}/sandbox/avatars/${sandbox.state.accounts.get("demo-tom")?.id}.svg`)
  ).text();
  expect(avatar).not.toContain("<script");
  expect(sandbox.defects()).toEqual([]);
});

test("the template escapes every value, and nothing else", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("<", ">", '"', "'", "&", "a", " ") }), (text) => {
      const inside = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(html`<p title="${text}">${[text]}</p>`.text);
      const back = (escaped = "") =>
        escaped.replace(
          /&(lt|gt|quot|#39|amp);/g,
          (_all, name: string) => ({ lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" })[name] ?? "",
        );
      expect([back(inside?.[1]), back(inside?.[2])]).toEqual([text, text]);
    }),
  );
});

test("pages load nothing from elsewhere, run nothing, and are framed by nobody", async () => {
  const sandbox = await start();
  const { headers } = await show(sandbox, `${web}/issues`);
  expect(headers.get("content-security-policy")).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

describe("working on an issue", () => {
  const steps: readonly (readonly [string, string, Record<string, string>, object])[] = [
    [
      "comment",
      "/issues/1/comment",
      { body: "/go", next: "comment" },
      { comments: [{ body: "/go", author: { login: "demo-ines" } }] },
    ],
    [
      "close",
      "/issues/1/comment",
      { body: "", next: "not_planned" },
      { state: "closed", stateReason: "not_planned", comments: [] },
    ],
    [
      "close with a word",
      "/issues/1/comment",
      { body: "Done", next: "completed" },
      { state: "closed", comments: [{ body: "Done" }] },
    ],
    ["assign", "/issues/1/assign", { login: "demo-max" }, { assignees: [{ login: "demo-max" }] }],
    ["label", "/issues/1/label", { name: "bug" }, { labels: [{ name: "bug" }] }],
    ["edit", "/issues/1/edit", { title: "New", body: "Text" }, { title: "New", body: "Text" }],
  ];
  test.each(steps)("%s", async (_name, path, fields, expected) => {
    const sandbox = await start();
    await openIssue(sandbox.bot, "T");
    const response = await post(sandbox, `${web}${path}`, fields);
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toMatch(/^\/acme\/handbook\/issues\/1(#issuecomment-\d+)?$/);
    expect(sandbox.state.issues.get(1)).toMatchObject(expected);
  });

  test("reopen, edit and delete a comment, unassign, unlabel", async () => {
    const sandbox = await start();
    await openIssue(sandbox.bot, "T");
    await post(sandbox, `${web}/issues/1/comment`, { body: "a", next: "completed" });
    await post(sandbox, `${web}/issues/1/comment`, { body: "", next: "reopen" });
    const id = sandbox.state.issues.get(1)?.comments[0]?.id;
    await post(sandbox, `${web}/issues/1/comments/${id}`, { body: "b", next: "save" });
    expect(sandbox.state.issues.get(1)).toMatchObject({ state: "open", comments: [{ body: "b" }] });
    await post(sandbox, `${web}/issues/1/comments/${id}`, { next: "delete" });
    await post(sandbox, `${web}/issues/1/assign`, { login: "demo-max" });
    await post(sandbox, `${web}/issues/1/unassign`, { login: "demo-max" });
    await post(sandbox, `${web}/issues/1/label`, { name: "bug" });
    await post(sandbox, `${web}/issues/1/unlabel`, { name: "bug" });
    expect(sandbox.state.issues.get(1)).toMatchObject({ comments: [], assignees: [], labels: [] });
  });

  test("saving a text as it was changes nothing, though browsers send other line breaks", async () => {
    const sandbox = await start();
    await sandbox.bot.rest.issues.create({ ...o, title: "T", body: "one\ntwo" });
    await sandbox.bot.rest.issues.createComment({ ...o, issue_number: 1, body: "three\nfour" });
    const id = sandbox.state.issues.get(1)?.comments[0]?.id;
    await post(sandbox, `${web}/issues/1/edit`, { title: "New", body: "one\r\ntwo" });
    await post(sandbox, `${web}/issues/1/comments/${id}`, { body: "three\r\nfour", next: "save" });
    expect(sandbox.state.issues.get(1)).toMatchObject({
      title: "New",
      body: "one\ntwo",
      edits: [],
      comments: [{ edits: [] }],
    });
  });

  test("the same rules hold as for the API", async () => {
    const sandbox = await start();
    await openIssue(sandbox.bot, "T");
    const asVera = { cookie: "sandbox_actor=vera" };
    expect((await post(sandbox, `${web}/issues/1/assign`, { login: "vera" }, asVera)).status).toBe(403);
    expect(
      (await post(sandbox, `${web}/issues/1/comment`, { body: "", next: "completed" }, asVera)).status,
    ).toBe(403);
    expect((await post(sandbox, `${web}/issues/1/assign`, { login: "vera" })).status).toBe(422);
    expect((await post(sandbox, `${web}/issues/9/comment`, { body: "x" })).status).toBe(404);
  });
});

describe("forms from other places", () => {
  test.each([
    ["another site's page", { origin: "https://evil.example" }, 403],
    ["another port", { origin: "http://127.0.0.1:1" }, 403],
    ["a cross-site fetch", { "sec-fetch-site": "cross-site" }, 403],
    ["a program", {}, 303],
  ])("%s: %s %s", async (_name, headers, status) => {
    const sandbox = await start();
    await openIssue(sandbox.bot, "T");
    expect((await post(sandbox, `${web}/issues/1/comment`, { body: "x" }, headers)).status).toBe(status);
    expect((await post(sandbox, "/sandbox/act-as", { login: "demo-tom" }, headers)).status).toBe(status);
  });

  test("a foreign host name is turned away", async () => {
    const sandbox = await start();
    const { request } = await import("node:http");
    const status = await new Promise((resolve) => {
      request(`${sandbox.url}${web}/issues`, { headers: { host: "evil.example" } }, (response) =>
        resolve(response.statusCode),
      ).end();
    });
    expect(status).toBe(403);
  });
});

test("acting as somebody else sets a cookie and leads back", async () => {
  const sandbox = await start();
  const response = await post(sandbox, "/sandbox/act-as", { login: "demo-tom", back: `${web}/issues/1` });
  expect(response.headers.get("location")).toBe(`${web}/issues/1`);
  expect(response.headers.get("set-cookie")).toMatch(
    /^sandbox_actor=demo-tom; Path=\/; HttpOnly; SameSite=Strict/,
  );
  expect((await post(sandbox, "/sandbox/act-as", { login: "handrail[bot]" })).status).toBe(422);
});

test.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "javascript:alert(1)",
  "/x\r\nset-cookie: a=b",
])("nobody is led away to %j", async (back) => {
  const sandbox = await start();
  expect((await post(sandbox, "/sandbox/act-as", { login: "demo-tom", back })).headers.get("location")).toBe(
    `${web}/issues`,
  );
});

test("everything lives below the base path", async () => {
  const sandbox = await start({ basePath: "/github" });
  expect(sandbox.links).toEqual({
    api: `${sandbox.url}/api/v3`,
    graphql: `${sandbox.url}/api/graphql`,
    web: sandbox.url,
  });
  await openIssue(sandbox.bot, "T");
  const text = await (await show(sandbox, `${web}/issues/1`)).text();
  const links = [...text.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map(([, link]) => link);
  expect(links.filter((link) => !link?.startsWith("/github/"))).toEqual([]);
  expect((await fetch(sandbox.url.replace("/github", web), { redirect: "manual" })).status).toBe(404);
  const moved = await post(sandbox, "/sandbox/act-as", { login: "demo-tom", back: `/github${web}/issues` });
  expect([moved.headers.get("location"), moved.headers.get("set-cookie")]).toEqual([
    `/github${web}/issues`,
    expect.stringContaining("Path=/github;"),
  ]);
});

test("the list filters by state, assignee and label", async () => {
  const sandbox = await start();
  await sandbox.bot.rest.issues.create({ ...o, title: "Alpha", labels: ["bug"], assignees: ["demo-ines"] });
  await openIssue(sandbox.bot, "Beta");
  await sandbox.bot.rest.issues.update({ ...o, issue_number: 2, state: "closed" });
  const titles = async (query: string) =>
    [...(await (await show(sandbox, `${web}/issues${query}`)).text()).matchAll(/>(Alpha|Beta)</g)].map(
      ([, title]) => title,
    );
  expect(await titles("")).toEqual(["Alpha"]);
  expect(await titles("?state=closed")).toEqual(["Beta"]);
  expect(await titles("?state=all")).toEqual(["Beta", "Alpha"]);
  expect(await titles("?state=all&assignee=demo-ines")).toEqual(["Alpha"]);
  expect(await titles("?state=all&label=bug")).toEqual(["Alpha"]);
});

test("a file's lines are numbered and can be linked to", async () => {
  const sandbox = await start();
  const text = await (await show(sandbox, `${web}/blob/main/processes/handbook.yml`)).text();
  expect(text).toContain('<tr id="L1">');
  expect(text).toContain("title: Handbook");
  expect((await show(sandbox, `${web}/blob/main/..%2F..%2Fetc%2Fpasswd`)).status).toBe(404);
  expect((await show(sandbox, `${web}/blob/main/%E0%A4%A`)).status).toBe(404);
});
