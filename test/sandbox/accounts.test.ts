import { describe, expect, test } from "vitest";
import { repository as o, openIssue, refusal, start, type TestSandbox } from "./start.ts";

async function control(sandbox: TestSandbox, name: string, body: object) {
  const response = await fetch(`${sandbox.url}/sandbox/${name}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

const permissionOf = (sandbox: TestSandbox, login: string) =>
  sandbox.bot.rest.repos
    .getCollaboratorPermissionLevel({ ...o, username: login })
    .then(({ data }) => data.permission);

describe("permissions", () => {
  test.each(["none", "read", "triage", "write", "admin"] as const)(
    "anybody can be given %s",
    async (given) => {
      const sandbox = await start();
      expect(await control(sandbox, "permission", { login: "vera", permission: given })).toMatchObject({
        status: 200,
      });
      const labelled = await refusal(openIssue(sandbox.as("vera"), "T")).catch(() => undefined);
      expect(labelled).toBeUndefined();
      const close = sandbox.as("demo-tom").rest.issues.create({ ...o, title: "Another" });
      const { number } = (await close).data;
      const closing = await sandbox
        .as("vera")
        .rest.issues.update({ ...o, issue_number: number, state: "closed" })
        .then(
          () => true,
          () => false,
        );
      expect(closing).toBe(["triage", "write", "admin"].includes(given));
    },
  );

  test("what is taken away counts at once, also for a token that is in use", async () => {
    const sandbox = await start();
    const ines = sandbox.as("demo-ines");
    expect(await permissionOf(sandbox, "demo-ines")).toBe("write");
    await control(sandbox, "permission", { login: "demo-ines", permission: "none" });
    expect(await permissionOf(sandbox, "demo-ines")).toBe("read");
    expect(await refusal(ines.rest.issues.createLabel({ ...o, name: "mine" }))).toMatchObject({
      status: 403,
    });
  });

  test("in a private repository somebody without access finds nothing", async () => {
    const sandbox = await start();
    await control(sandbox, "visibility", { visibility: "private" });
    expect(await refusal(sandbox.as("vera").rest.repos.get(o))).toMatchObject({ status: 404 });
    await control(sandbox, "visibility", { visibility: "public" });
    expect((await sandbox.as("vera").rest.repos.get(o)).status).toBe(200);
  });

  test.each([
    [{ login: "nobody", permission: "read" }, "Nobody is called"],
    [{ login: "vera", permission: "owner" }, "permission"],
    [{ login: "handrail[bot]", permission: "read" }, "no person"],
    [{}, "login"],
  ])("%j is refused with a sentence", async (body, words) => {
    const sandbox = await start();
    const { status, answer } = await control(sandbox, "permission", body);
    expect(status).toBe(422);
    expect(answer["message"]).toContain(words);
  });
});

describe("accounts", () => {
  test("a renamed person keeps what is theirs, and another account can take the old login", async () => {
    const sandbox = await start();
    await openIssue(sandbox.as("demo-ines"), "By Ines");
    await control(sandbox, "rename", { login: "demo-ines", to: "demo-inez" });
    const { data } = await sandbox.bot.rest.issues.get({ ...o, issue_number: 1 });
    expect(data.user?.login).toBe("demo-inez");
    expect(await permissionOf(sandbox, "demo-inez")).toBe("write");

    const taken = await control(sandbox, "accounts", {
      login: "demo-ines",
      name: "Somebody else",
      permission: "none",
    });
    expect(taken.status).toBe(200);
    await openIssue(sandbox.as("demo-ines"), "By somebody else");
    const second = await sandbox.bot.rest.issues.get({ ...o, issue_number: 2 });
    expect(second.data.user?.login).toBe("demo-ines");
    expect(second.data.user?.id).not.toBe(data.user?.id);
  });

  test("a person may be called like the App, and is told from it by kind and id", async () => {
    const sandbox = await start();
    await control(sandbox, "accounts", { login: "handrail", name: "No bot", permission: "write" });
    await openIssue(sandbox.as("handrail"), "By a person");
    const { repository } = await sandbox.bot.graphql<{
      repository: { issue: { author: object; viewerDidAuthor: boolean } };
    }>(
      `{ repository(owner: "acme", name: "handbook") { issue(number: 1) { viewerDidAuthor author { __typename login } } } }`,
    );
    expect(repository.issue).toEqual({
      viewerDidAuthor: false,
      author: { __typename: "User", login: "handrail" },
    });
  });

  test.each([
    ["rename", { login: "demo-ines", to: "demo-tom" }, "taken"],
    ["rename", { login: "demo-ines", to: "a b" }, "cannot be a login"],
    ["accounts", { login: "demo-ines", name: "", permission: "none" }, "taken"],
  ])("%s %j is refused", async (name, body, words) => {
    const sandbox = await start();
    const { status, answer } = await control(sandbox, name, body);
    expect([status, String(answer["message"]).includes(words)]).toEqual([422, true]);
  });
});

describe("issues and other repositories", () => {
  test("a transferred issue has another number, and comments of whoever wrote them", async () => {
    const sandbox = await start();
    await openIssue(sandbox.as("demo-ines"), "Moves");
    await sandbox.bot.rest.issues.createComment({ ...o, issue_number: 1, body: "From the bot" });
    await sandbox.as("vera").rest.issues.createComment({ ...o, issue_number: 1, body: "From Vera" });
    const { answer } = await control(sandbox, "transfer", { issue: 1 });
    expect(answer).toEqual({ issue: 2 });
    const { data } = await sandbox.bot.rest.issues.listComments({ ...o, issue_number: 2 });
    expect(data.map(({ user, body }) => [user?.login, body])).toEqual([
      ["handrail[bot]", "From the bot"],
      ["vera", "From Vera"],
    ]);
    expect(await refusal(sandbox.bot.rest.issues.get({ ...o, issue_number: 1 }))).toMatchObject({
      status: 410,
    });
  });

  test("a sub-issue of another repository may have a number of ours", async () => {
    const sandbox = await start();
    await openIssue(sandbox.as("demo-ines"), "Ours");
    await openIssue(sandbox.as("demo-ines"), "Ours too");
    await control(sandbox, "foreign", {
      parent: 1,
      repository: "secrets",
      number: 2,
      title: "Theirs",
      body: "",
    });
    const { repository } = await sandbox.bot.graphql<{
      repository: { issue: { subIssues: { nodes: object[] } } };
    }>(
      `{ repository(owner: "acme", name: "handbook") { issue(number: 1) { subIssues(first: 5) { nodes { number title repository { nameWithOwner } } } } } }`,
    );
    expect(repository.issue.subIssues.nodes).toEqual([
      { number: 2, title: "Theirs", repository: { nameWithOwner: "acme/secrets" } },
    ]);
    expect(sandbox.state.issues.get(2)?.title).toBe("Ours too");
  });
});
