import { expect, test } from "vitest";
import { issueOf } from "../../../bot/github/observed-issue.ts";
import { readRenames } from "../../../bot/github/read-renames.ts";
import type { IssueData, RenamesData } from "../../../bot/github/response-types.ts";
import { viewerOf } from "../../../bot/github/viewer.ts";

const app = { __typename: "Bot", login: "handrail", databaseId: 1 };
const ann = { __typename: "User", login: "ann", databaseId: 7 };
const changed = "2026-11-03T09:00:00Z";
const renamed = "2026-11-02T09:00:00Z";
const none = { filteredCount: 0, nodes: [] };
const data: IssueData = {
  id: "issue",
  number: 2,
  repository: { databaseId: 100 },
  url: "https://github.com/acme/handbook/issues/2",
  title: "Draft",
  body: "Write it.",
  author: app,
  viewerDidAuthor: true,
  lastEditedAt: null,
  editor: null,
  state: "OPEN",
  stateReason: null,
  createdAt: "2026-11-01T09:00:00Z",
  updatedAt: changed,
  closedAt: null,
  labels: { nodes: [] },
  assignees: { nodes: [] },
  blockedBy: { nodes: [] },
  closings: none,
  reopenings: none,
  assignments: none,
  datings: none,
  comments: { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] },
};
const read = (change: Partial<IssueData>) =>
  issueOf(
    { ...data, ...change },
    {
      viewer: viewerOf({ login: "handrail[bot]", databaseId: 1 }),
      seal: undefined,
      repository: 100,
      run: 1,
      parent: null,
      lastWritten: new Map(),
    },
  );

const graphqlWith = (nodes: RenamesData["nodes"]) =>
  (async () => ({ nodes })) as unknown as Parameters<typeof readRenames>[0];

test.each([
  ["never", [], null],
  ["by somebody", [{ createdAt: renamed, actor: ann }], { at: renamed, by: "ann", byId: 7 }],
  ["by the bot itself", [{ createdAt: renamed, actor: app }], { at: renamed, by: "handrail", byId: 1 }],
  ["by an account that is gone", [{ createdAt: renamed, actor: null }], { at: renamed, by: "", byId: null }],
  ["at a time that GitHub keeps to itself", [{}], { at: changed, by: "", byId: null }],
  ["by something that GitHub keeps to itself", [null], { at: changed, by: "", byId: null }],
] as const)("a title that was changed %s", async (_how, nodes, lastRename) => {
  const asked = { ...data };
  await readRenames(graphqlWith([{ id: data.id, renames: { nodes } }]), [asked]);
  expect(read(asked).lastRename).toEqual(lastRename);
});

test("of the title of an issue that GitHub no longer shows only the last moment is known", async () => {
  const asked = { ...data };
  await readRenames(graphqlWith([null]), [asked]);
  expect(read(asked).lastRename).toEqual({ at: changed, by: "", byId: null });
});

test("a title that nobody asked about is not known", () => {
  expect(read({}).lastRename).toBeUndefined();
});

test("a due date that GitHub keeps to itself is none", () => {
  expect(read({ datings: { nodes: [null] } }).dating).toBeUndefined();
});
