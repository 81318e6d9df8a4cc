import { GraphQLInputObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { githubSchema } from "../../sandbox/graphql/schema.ts";
import { graphqlErrors, repository as o, openIssue, start } from "./start.ts";

const inRepository = (selection: string) =>
  `{ repository(owner: "acme", name: "handbook") { ${selection} } }`;

describe("GitHub's schema", () => {
  const inputs: readonly (readonly [string, readonly string[]])[] = [
    [
      "CreateIssueInput",
      [
        "agentAssignment",
        "assigneeIds",
        "body",
        "clientMutationId",
        "issueFields",
        "issueTemplate",
        "issueTypeId",
        "labelIds",
        "milestoneId",
        "parentIssueId",
        "projectIds",
        "projectV2Ids",
        "repositoryId",
        "title",
      ],
    ],
    ["AddBlockedByInput", ["blockingIssueId", "clientMutationId", "issueId"]],
    ["AddSubIssueInput", ["clientMutationId", "issueId", "replaceParent", "subIssueId", "subIssueUrl"]],
    ["CloseIssueInput", ["clientMutationId", "duplicateIssueId", "issueId", "stateReason"]],
    ["SetIssueFieldValueInput", ["clientMutationId", "issueFields", "issueId"]],
  ];
  test.each(inputs)("%s has the fields the bot relies on", (name, fields) => {
    const type = githubSchema().getType(name);
    expect(type instanceof GraphQLInputObjectType && Object.keys(type.getFields()).sort()).toEqual(fields);
  });

  test("a wrong argument name is refused before anything happens", async () => {
    const sandbox = await start();
    const wrong = `mutation { addBlockedBy(input: { issueId: "a", blockedByIssueId: "b" }) { issue { id } } }`;
    expect((await graphqlErrors(sandbox.bot.graphql(wrong))).join("\n")).toContain(
      'Field "blockedByIssueId" is not defined',
    );
  });
});

test("one query observes a run", async () => {
  const sandbox = await start();
  await openIssue(sandbox.as("demo-ines"), "Run");
  const { nodeId } = await openIssue(sandbox.bot, "Step");
  const parent = sandbox.state.issues.get(1)?.nodeId;
  await sandbox.bot.graphql(
    `mutation ($issue: ID!, $child: ID!) {
    addSubIssue(input: { issueId: $issue, subIssueId: $child }) { clientMutationId }
    addComment(input: { subjectId: $child, body: "Your turn", clientMutationId: "x" }) { clientMutationId }
    closeIssue(input: { issueId: $child, stateReason: NOT_PLANNED }) { issue { state } } }`,
    { issue: parent, child: nodeId },
  );
  expect(
    await sandbox.bot.graphql(
      inRepository(`issue(number: 1) { title author { __typename login } viewerDidAuthor
        subIssues(first: 100) { totalCount nodes { title state stateReason closedAt viewerDidAuthor parent { number }
          comments(last: 1) { nodes { body author { __typename login } } }
          timelineItems(first: 10, itemTypes: [CLOSED_EVENT]) { nodes { ... on ClosedEvent { createdAt actor { login } stateReason } } } } } }`),
    ),
  ).toEqual({
    repository: {
      issue: {
        title: "Run",
        author: { __typename: "User", login: "demo-ines" },
        viewerDidAuthor: false,
        subIssues: {
          totalCount: 1,
          nodes: [
            {
              title: "Step",
              state: "CLOSED",
              stateReason: "NOT_PLANNED",
              closedAt: "2026-03-02T08:00:00Z",
              viewerDidAuthor: true,
              parent: { number: 1 },
              comments: { nodes: [{ body: "Your turn", author: { __typename: "Bot", login: "handrail" } }] },
              timelineItems: {
                nodes: [
                  {
                    createdAt: "2026-03-02T08:00:00Z",
                    actor: { login: "handrail" },
                    stateReason: "NOT_PLANNED",
                  },
                ],
              },
            },
          ],
        },
      },
    },
  });
});

test("createIssue carries everything in one call", async () => {
  const sandbox = await start();
  const { nodeId } = await openIssue(sandbox.bot, "Run");
  const { state } = sandbox;
  const field = (name: string) => state.issueFields.find((candidate) => candidate.name === name);
  const input = {
    repositoryId: state.repository.nodeId,
    title: "Step",
    body: "Do it",
    parentIssueId: nodeId,
    assigneeIds: [state.accounts.get("demo-ines")?.nodeId],
    labelIds: [state.labels[0]?.nodeId],
    issueTypeId: state.issueTypes[0]?.nodeId,
    issueFields: [
      { fieldId: field("Target date")?.nodeId, dateValue: "2026-03-31" },
      { fieldId: field("Priority")?.nodeId, singleSelectOptionId: field("Priority")?.options[1]?.nodeId },
    ],
    clientMutationId: "mine",
  };
  const mutation = `mutation ($input: CreateIssueInput!) { createIssue(input: $input) { clientMutationId issue {
    number parent { number } assignees(first: 10) { nodes { login } } labels(first: 10) { nodes { name } } issueType { name }
    issueFieldValues(first: 10) { nodes { __typename
      ... on IssueFieldDateValue { value field { ... on IssueFieldDate { name } } }
      ... on IssueFieldSingleSelectValue { name } } } } } }`;
  expect(await sandbox.bot.graphql(mutation, { input })).toEqual({
    createIssue: {
      clientMutationId: "mine",
      issue: {
        number: 2,
        parent: { number: 1 },
        assignees: { nodes: [{ login: "demo-ines" }] },
        labels: { nodes: [{ name: "bug" }] },
        issueType: { name: "Task" },
        issueFieldValues: {
          nodes: [
            { __typename: "IssueFieldSingleSelectValue", name: "High" },
            { __typename: "IssueFieldDateValue", value: "2026-03-31", field: { name: "Target date" } },
          ],
        },
      },
    },
  });
});

test("aliased mutations run in order, and one that fails undoes none of the others", async () => {
  const sandbox = await start();
  const id = sandbox.state.repository.nodeId;
  const create = (alias: string, repositoryId: string) =>
    `${alias}: createIssue(input: { repositoryId: "${repositoryId}", title: "${alias}" }) { issue { number } }`;
  const document = `mutation { ${create("first", id)} ${create("second", "nonsense")} ${create("third", id)} }`;
  expect(await graphqlErrors(sandbox.bot.graphql(document))).toEqual([
    "NOT_FOUND: Could not resolve to a node with the global id of 'nonsense'",
  ]);
  expect([...sandbox.state.issues.values()].map(({ title }) => title)).toEqual(["first", "third"]);
  expect(sandbox.calls().at(-1)).toMatchObject({
    operation: "createIssue,createIssue,createIssue",
    write: true,
    creates: 2,
  });
});

describe("what GitHub refuses", () => {
  const issues = (args: string) => inRepository(`issues${args} { totalCount }`);
  const cases: readonly (readonly [string, string, string])[] = [
    [
      "no page size",
      issues(""),
      "MISSING_PAGINATION_BOUNDARIES: You must provide a `first` or `last` value to properly paginate the `issues` connection.",
    ],
    [
      "a page too large",
      issues("(first: 101)"),
      "EXCESSIVE_PAGINATION: Requesting 101 records on the `issues` connection exceeds the `first` limit of 100 records.",
    ],
    [
      "a page too small",
      issues("(first: 0)"),
      "INVALID_PAGINATION_BOUNDARIES: `first` on the `issues` connection cannot be less than 1.",
    ],
    [
      "a cursor from nowhere",
      issues(`(first: 1, after: "abc")`),
      "INVALID_CURSOR_ARGUMENTS: `abc` does not appear to be a valid cursor.",
    ],
    [
      "an issue that is not there",
      inRepository("issue(number: 7) { id }"),
      "NOT_FOUND: Could not resolve to an Issue with the number of 7.",
    ],
    [
      "a field nobody knows",
      inRepository("isse(number: 7) { id }"),
      `-: Cannot query field "isse" on type "Repository". Did you mean "issue" or "issues"?`,
    ],
    [
      "a query too large",
      inRepository(
        "issues(first: 100) { nodes { comments(first: 100) { nodes { userContentEdits(first: 100) { totalCount } } } } }",
      ),
      "-: This query requests up to 1010100 possible nodes which exceeds the maximum limit of 500000.",
    ],
    [
      "what the sandbox does not model",
      inRepository("forkCount"),
      "NOT_MODELLED: The sandbox does not model Repository.forkCount; ask for less, or model it in sandbox/graphql.",
    ],
  ];
  test.each(cases)("%s", async (_name, document, error) => {
    const sandbox = await start();
    expect(await graphqlErrors(sandbox.bot.graphql(document))).toEqual([error]);
  });

  test("fragments that double each other are counted in no time", async () => {
    const sandbox = await start();
    const fragments = Array.from(
      { length: 40 },
      (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`,
    );
    const document = `{ ...F0 } ${fragments.join(" ")} fragment F40 on Query { viewer { login } }`;
    expect(await sandbox.bot.graphql(document)).toEqual({ viewer: { login: "handrail[bot]" } });
  });
});

test("paging by cursor visits every issue once, forwards and backwards", async () => {
  const sandbox = await start();
  for (let at = 1; at <= 7; at += 1) await openIssue(sandbox.bot, `Issue ${at}`);
  const visit = async (args: (cursor: string) => string, more: "hasNextPage" | "hasPreviousPage") => {
    const seen: number[] = [];
    for (let cursor = "null"; ; ) {
      const query = inRepository(
        `issues(${args(cursor)}) { nodes { number } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`,
      );
      const { repository } = await sandbox.bot.graphql<{ repository: { issues: Page } }>(query);
      seen.push(...repository.issues.nodes.map(({ number }) => number));
      const { pageInfo } = repository.issues;
      if (!pageInfo[more]) return seen.sort((a, b) => a - b);
      cursor = JSON.stringify(more === "hasNextPage" ? pageInfo.endCursor : pageInfo.startCursor);
    }
  };
  expect(await visit((cursor) => `first: 3, after: ${cursor}`, "hasNextPage")).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(await visit((cursor) => `last: 3, before: ${cursor}`, "hasPreviousPage")).toEqual([
    1, 2, 3, 4, 5, 6, 7,
  ]);
});

interface Page {
  readonly nodes: readonly { readonly number: number }[];
  readonly pageInfo: Readonly<Record<"startCursor" | "endCursor", string>> &
    Readonly<Record<"hasNextPage" | "hasPreviousPage", boolean>>;
}

test("files are read at any revision, and HEAD follows the folder", async () => {
  const sandbox = await start();
  const read = inRepository(`defaultBranchRef { name target { oid } }
    object(expression: "HEAD:processes/handbook.yml") { oid ... on Blob { text byteSize isTruncated } }
    tree: object(expression: "main:processes") { ... on Tree { entries { name type } } }
    missing: object(expression: "HEAD:nothing/here") { oid }`);
  const before = await sandbox.bot.graphql<Read>(read);
  expect(before.repository.object.text).toBe("title: Handbook\n");
  expect(before.repository.tree.entries).toEqual([
    { name: "content", type: "tree" },
    { name: "handbook.yml", type: "blob" },
  ]);
  expect(before.repository.missing).toBeNull();

  sandbox.files.set("processes/handbook.yml", "title: New\n");
  const after = await sandbox.bot.graphql<Read>(read);
  expect(after.repository.object.text).toBe("title: New\n");
  const { oid } = before.repository.defaultBranchRef.target;
  expect(after.repository.defaultBranchRef.target.oid).not.toBe(oid);
  const old = inRepository(`object(expression: "${oid}:processes/handbook.yml") { ... on Blob { text } }`);
  expect(await sandbox.bot.graphql(old)).toEqual({ repository: { object: { text: "title: Handbook\n" } } });
});

interface Read {
  readonly repository: {
    readonly defaultBranchRef: { readonly target: { readonly oid: string } };
    readonly object: { readonly text: string };
    readonly tree: { readonly entries: readonly object[] };
    readonly missing: null;
  };
}

test("nodes answers null for an id that leads nowhere, beside the others", async () => {
  const sandbox = await start();
  const { nodeId } = await openIssue(sandbox.bot, "T");
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`;
  const { repository } = sandbox.state;
  const request = sandbox.bot.graphql(query, { ids: [nodeId, "nope", repository.nodeId] });
  const error = await request.catch((caught: { data: unknown }) => caught);
  expect((error as { data: unknown }).data).toEqual({
    nodes: [{ __typename: "Issue", id: nodeId }, null, { __typename: "Repository", id: repository.nodeId }],
  });
});

test("mutations of the whole life of an issue", async () => {
  const sandbox = await start();
  const { nodeId } = await openIssue(sandbox.bot, "T");
  const { state } = sandbox;
  const run = (document: string, variables: object = {}) =>
    sandbox.bot.graphql(document, { id: nodeId, ...variables });
  await run(
    `mutation ($id: ID!) { updateIssue(input: { id: $id, title: "New", body: "Text" }) { issue { title } } }`,
  );
  await run(
    `mutation ($id: ID!, $type: ID) { updateIssueIssueType(input: { issueId: $id, issueTypeId: $type }) { issue { issueType { name } } } }`,
    { type: state.issueTypes[1]?.nodeId },
  );
  await run(
    `mutation ($id: ID!, $a: ID!) { addAssigneesToAssignable(input: { assignableId: $id, assigneeIds: [$a] }) { assignable { __typename } } }`,
    { a: state.accounts.get("demo-ines")?.nodeId },
  );
  await run(
    `mutation ($id: ID!, $a: ID!) { removeAssigneesFromAssignable(input: { assignableId: $id, assigneeIds: [$a] }) { assignable { __typename } } }`,
    { a: state.accounts.get("demo-ines")?.nodeId },
  );
  await run(
    `mutation ($id: ID!, $l: ID!) { addLabelsToLabelable(input: { labelableId: $id, labelIds: [$l] }) { labelable { __typename } } }`,
    { l: state.labels[0]?.nodeId },
  );
  await run(
    `mutation ($id: ID!, $l: ID!) { removeLabelsFromLabelable(input: { labelableId: $id, labelIds: [$l] }) { labelable { __typename } } }`,
    { l: state.labels[0]?.nodeId },
  );
  await run(
    `mutation ($id: ID!) { lockLockable(input: { lockableId: $id, lockReason: TOO_HEATED }) { lockedRecord { locked activeLockReason } } }`,
  );
  await run(
    `mutation ($id: ID!) { closeIssue(input: { issueId: $id }) { issue { stateReason } } reopenIssue(input: { issueId: $id }) { issue { stateReason } } }`,
  );
  const { addComment } = (await run(
    `mutation ($id: ID!) { addComment(input: { subjectId: $id, body: "Hi" }) { commentEdge { node { id } } } }`,
  )) as { addComment: { commentEdge: { node: { id: string } } } };
  const comment = addComment.commentEdge.node.id;
  await run(
    `mutation ($c: ID!) { updateIssueComment(input: { id: $c, body: "Ho" }) { issueComment { body } } minimizeComment(input: { subjectId: $c, classifier: OUTDATED }) { minimizedComment { isMinimized } } }`,
    { c: comment },
  );
  expect(sandbox.state.issues.get(1)).toMatchObject({
    title: "New",
    body: "Text",
    state: "open",
    stateReason: "reopened",
    locked: true,
    lockReason: "too heated",
    assignees: [],
    labels: [],
    comments: [{ body: "Ho", minimizedReason: "outdated" }],
  });
  await run(`mutation ($c: ID!) { deleteIssueComment(input: { id: $c }) { clientMutationId } }`, {
    c: comment,
  });
  expect(sandbox.state.issues.get(1)?.comments).toEqual([]);
  expect(
    (await sandbox.bot.rest.issues.listEventsForTimeline({ ...o, issue_number: 1 })).data.map(
      ({ event }) => event,
    ),
  ).toEqual([
    "renamed",
    "issue_type_added",
    "assigned",
    "unassigned",
    "labeled",
    "unlabeled",
    "locked",
    "closed",
    "reopened",
  ]);
});
