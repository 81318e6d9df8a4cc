import { describe, expect, test } from "vitest";
import { readDescription } from "../../sandbox/github-schema/ajv.ts";
import { restOperations, webhookNames } from "../../sandbox/github-schema/operations.ts";
import { shareSchemas } from "../../sandbox/github-schema/share-schemas.ts";
import { slimSchema } from "../../sandbox/github-schema/slim-schema.ts";
import { restDescription } from "../../sandbox/rest/description.ts";
import { findOperation } from "../../sandbox/rest/find-operation.ts";
import { appHandlers, handlers } from "../../sandbox/rest/handlers.ts";
import { unknownKeys } from "../../sandbox/rest/unknown-keys.ts";
import { listen, repository as o, openIssue, refusal, start } from "./start.ts";

test("the committed extracts hold what operations.ts names, and each operation has a handler", () => {
  expect(Object.keys(restDescription().description.operations).sort()).toEqual([...restOperations].sort());
  const { webhooks } = readDescription<{ webhooks: object }>("webhooks.json").description;
  expect(Object.keys(webhooks).sort()).toEqual([...webhookNames].sort());
  expect(Object.keys({ ...handlers, ...appHandlers }).sort()).toEqual([...restOperations].sort());
});

describe("what GitHub does not describe is the sandbox's own fault, and loud", () => {
  test("an answer", async () => {
    const sandbox = await start();
    await openIssue(sandbox.bot, "T");
    Object.assign(sandbox.state.issues.get(1) ?? {}, { title: 5, stateReason: "tired" });
    const { status, message } = await refusal(sandbox.bot.rest.issues.get({ ...o, issue_number: 1 }));
    expect(status).toBe(500);
    expect(message).toContain("The sandbox answered issues/get in a way GitHub does not describe");
    const [defect = ""] = sandbox.defects();
    expect(defect).toContain("/title must be string");
    expect(defect).toContain("/state_reason must be equal to one of");
  });

  test("a webhook", async () => {
    const { webhook } = await listen();
    const sandbox = await start({ webhook });
    await openIssue(sandbox.bot, "T");
    Object.assign(sandbox.state.issues.get(1) ?? {}, { lockReason: "tired" });
    await sandbox.bot.graphql(
      `mutation ($id: ID!) { closeIssue(input: { issueId: $id }) { clientMutationId } }`,
      {
        id: sandbox.state.issues.get(1)?.nodeId,
      },
    );
    expect(sandbox.defects()).toEqual([
      expect.stringContaining("/issue/active_lock_reason must be equal to one of"),
    ]);
  });
});

test.each([
  ["GET", "/repos/a/b/issues/comments", "issues/list-comments-for-repo"],
  ["GET", "/repos/a/b/issues/7", "issues/get"],
  ["GET", "/repos/a/b/contents/x/y%20z.md", "repos/get-content"],
  ["GET", "/repos/a/b/git/ref/heads/a/b", "git/get-ref"],
  ["DELETE", "/repos/a/b/issues/7/labels/a%2Fb", "issues/remove-label"],
  ["GET", "/repos/a/b/issues/7/nothing", undefined],
  ["PUT", "/repos/a/b/issues/7", undefined],
])("%s %s is %s", (method, path, operation) => {
  expect(findOperation(method, path)?.id).toBe(operation);
});

test.each([
  [{ title: "T" }, []],
  [{ titel: "T" }, ["titel"]],
  [{ labels: ["a", { name: "b" }, { nam: "c" }] }, ["labels/2/nam"]],
  [{ assignees: [{ login: "a", reason: "b" }] }, ["assignees/0/reason"]],
  [JSON.parse(`{"__proto__": 1}`), ["__proto__"]],
  [null, []],
])("the unknown keys of %j are %j", (body, expected) => {
  expect(unknownKeys(restDescription().description.operations["issues/update"]?.body ?? null, body)).toEqual(
    expected,
  );
});

describe("the generator", () => {
  test("makes plain JSON Schema of OpenAPI 3.0, and keeps properties with the names of keywords", () => {
    const schema = {
      type: "object",
      description: "prose",
      properties: {
        description: { type: "string", nullable: true, example: "x" },
        state: { type: "string", enum: ["open"], nullable: true },
        owner: { $ref: "#/components/schemas/user", nullable: true },
        value: { oneOf: [{ type: "string" }] },
      },
    };
    expect(slimSchema(schema)).toEqual({
      type: "object",
      properties: {
        description: { type: ["string", "null"] },
        state: { type: ["string", "null"], enum: ["open", null] },
        owner: { anyOf: [{ $ref: "github#/schemas/user" }, { type: "null" }] },
        value: { anyOf: [{ type: "string" }] },
      },
    });
  });

  test("writes once what stands twice", () => {
    const user = {
      type: "object",
      properties: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`key${at}`, { type: "string" }])),
    };
    const shared = shareSchemas({ operations: { a: user, b: { type: "array", items: user } }, schemas: {} });
    const [name] = Object.keys(shared["schemas"] as object);
    expect(shared).toEqual({
      operations: {
        a: { $ref: `github#/schemas/${name}` },
        b: { type: "array", items: { $ref: `github#/schemas/${name}` } },
      },
      schemas: { [name ?? ""]: user },
    });
  });
});
