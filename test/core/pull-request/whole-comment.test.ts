import { describe, expect, test } from "vitest";
import { openHandbook } from "../../../core/handbook/index.ts";
import { decidePullRequest, type ObservedPullRequest } from "../../../core/pull-request/index.ts";

const now = "2026-11-02T09:00:00Z";
const settings = "title: Handbook\ntimeZone: Europe/Zurich\n";
const roles = `author: { title: Author, people: [demo-jonas] }
editor: { title: Editor, people: [demo-lena], deputies: [demo-sofia] }
lead: { title: Marketing lead, people: [demo-sofia] }
`;
const post = `---
title: Publish a post
summary: From an idea to an article.
outcome: The article is live.
trigger: The plan has a slot.
owner: editor
anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -10bd }
  - { id: approve, title: Approve the draft, kind: approval, approvers: [editor, lead], approves: draft, due: -5bd }
  - { id: live, title: Publish it, role: author, due: 0d }
---
## Write the draft

Write.

## Approve the draft

Read.

## Publish it

Press the button.
`;

type Files = Readonly<Record<string, string | undefined>>;

/** A pull request of demo-jonas that gives files other texts, or takes them away; with two runs under way. */
function pull(change: Files, more: Partial<ObservedPullRequest> = {}, extra = ""): ObservedPullRequest {
  const base = { "handbook.yml": settings + extra, "roles.yml": roles, "content/post.mdx": post };
  const side = (files: Files) =>
    openHandbook(
      new Map(Object.entries(files).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]]))),
      { root: "processes" },
    );
  return {
    number: 12,
    isOpen: true,
    isMerged: false,
    author: "demo-jonas",
    newestComment: 0,
    agreed: [],
    runs: [
      { number: 7, process: "post" },
      { number: 9, process: "post" },
    ],
    readings: [],
    repositoryId: 1,
    repositoryUrl: "https://github.example/acme/handbook",
    offersPreview: false,
    baseBranch: "main",
    headSha: "abcdef0".padEnd(40, "0"),
    changedPaths: Object.keys(change).map((path) => `processes/${path}`),
    before: side(base),
    current: side(base),
    after: side({ ...base, ...change }),
    comment: undefined,
    twins: [],
    beside: [],
    commits: [],
    ...more,
  };
}

/** The comment that would be written, from where people are named on. */
function below(observed: ObservedPullRequest): string {
  const change = decidePullRequest(observed, { now }).find(({ kind }) => kind === "post-comment");
  const body = change?.kind === "post-comment" ? change.body : "";
  return body.slice(Math.max(0, body.search(/> \[!CAUTION\]|#### /)));
}
const asksFor = ({ body = "" }: { readonly body?: string }) => body;

describe("who should look, what runs do, where to read it", () => {
  test.each<[string, ObservedPullRequest]>([
    [
      "a step goes to another role",
      pull({ "content/post.mdx": post.replace("Publish it, role: author", "Publish it, role: lead") }),
    ],
    [
      "only words change",
      pull({ "content/post.mdx": post.replace("Press the button.", "Press the big button.") }),
    ],
    ["the process is deleted while runs are open", pull({ "content/post.mdx": undefined })],
    [
      "the file is broken",
      pull({ "content/post.mdx": post.replace("role: author, due: 0d", "role: auhtor, due: 0d") }),
    ],
    [
      "a role without people gets a step",
      pull({
        "roles.yml": `${roles}press: { title: Press }\n`,
        "content/post.mdx": post.replace("Publish it, role: author", "Publish it, role: press"),
      }),
    ],
    [
      "a hostile role names everybody",
      pull({
        "roles.yml": `${roles}all: { title: "@everyone #1 </details>", people: [demo-mira, demo-tom] }\n`,
        "content/post.mdx": post.replace("Publish it, role: author", "Publish it, role: all"),
      }),
    ],
    [
      "a role gets more to do while runs are under way",
      pull({
        "content/post.mdx": post
          .replace("Publish it, role: author", "Publish it, role: lead, effort: 2h")
          .replace("role: author, due: -10bd", "role: author, due: -10bd, effort: 4h"),
      }),
    ],
    [
      "the owner has agreed, and a job builds the pages",
      pull(
        { "content/post.mdx": post.replace("-10bd", "-12bd") },
        { agreed: ["demo-lena"], offersPreview: true },
        "changes: { ownerApproval: true }\n",
      ),
    ],
    [
      "the owner has opened it, and somebody else has changed it since",
      pull(
        { "content/post.mdx": post.replace("-10bd", "-12bd") },
        { author: "demo-lena", openedWith: "1234567".padEnd(40, "0") },
        "changes: { ownerApproval: true }\n",
      ),
    ],
    [
      "a deputy has opened it, and nobody knows with which commit",
      pull(
        { "content/post.mdx": post.replace("-10bd", "-12bd") },
        { author: "demo-sofia" },
        "changes: { ownerApproval: true }\n",
      ),
    ],
    [
      "the owner has opened it for another branch",
      pull(
        { "content/post.mdx": post.replace("-10bd", "-12bd") },
        { author: "demo-lena", openedWith: "abcdef0".padEnd(40, "0"), retargetedAt: "2026-11-02T08:00:00Z" },
        "changes: { ownerApproval: true }\n",
      ),
    ],
    [
      "somebody takes a role that approves",
      pull({ "roles.yml": roles.replace("[demo-lena]", "[demo-jonas]") }),
    ],
    [
      "owners are no longer to agree",
      pull({ "handbook.yml": settings }, {}, "changes: { ownerApproval: true }\n"),
    ],
    [
      "the owner has to agree",
      pull({ "content/post.mdx": post.replace("-10bd", "-12bd") }, {}, "changes: { ownerApproval: true }\n"),
    ],
  ])("%s", async (name, observed) => {
    await expect(below(observed)).toMatchFileSnapshot(
      `../../cases/pull-requests/${name.replaceAll(/[^a-z]+/gi, "-").toLowerCase()}.md`,
    );
  });
});

test("of very much at once the comment fits, names some, and counts the rest", () => {
  const many = (due: string) =>
    Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `content/post-${index}.mdx`,
        post
          .replace("title: Publish a post", `title: Post number ${index}`)
          .replace("due: -10bd", `due: ${due}`),
      ]),
    );
  const staff = Array.from({ length: 40 }, (_, index) => `demo-person-${index}`).join(", ");
  const observed = pull({
    ...many("-12bd"),
    "roles.yml": `${roles}staff: { title: Staff, people: [${staff}] }\n`,
  });
  const before = pull(many("-10bd")).after;
  const runs = Array.from({ length: 800 }, (_, index) => ({
    number: 100 + index,
    process: `post-${index % 200}`,
  }));
  const change = decidePullRequest({ ...observed, before, current: before, runs }, { now }).find(
    ({ kind }) => kind === "post-comment",
  );
  const body = change?.kind === "post-comment" ? change.body : "";
  expect(body.length).toBeLessThan(65_536);
  expect(body).toMatch(
    /\*\*Editor\*\* \(demo-lena\) looks after (?:Post number \d+(?:, | and )){8}192 more\./,
  );
  expect(body).toContain("### Post number");
  expect(body).not.toContain("Must be mended");
});

describe("after the merge", () => {
  const merged = (
    change: Files,
    more: Partial<ObservedPullRequest> = {},
    extra = "changes: { readAgain: true }\n",
  ) =>
    decidePullRequest(
      pull(change, { isOpen: false, isMerged: true, comment: { id: 1, body: "Said." }, ...more }, extra),
      { now },
    );
  const later = { "content/post.mdx": post.replace("Publish it, role: author", "Publish it, role: lead") };
  const asked = (changes: ReturnType<typeof merged>) =>
    changes.flatMap((change) => (change.kind === "ask-to-read" ? [change.reading] : []));

  test("runs are told, and whoever has other work is asked to read; not who proposed it or agreed", () => {
    const changes = merged(later, { agreed: ["demo-lena"] });
    expect(changes.map(({ kind }) => kind)).toEqual(["tell-run", "tell-run", "ask-to-read", "edit-comment"]);
    expect(asked(changes).map(({ assignees }) => assignees)).toEqual([["demo-sofia"]]);
    expect(asked(changes).map(asksFor)[0]).toContain("“Publish it” now belongs to Marketing lead.");
  });

  test("whoever wished for what the bot has opened is not asked to read it", () => {
    expect(
      asked(merged(later, { author: "handrail[bot]", proposedBy: "demo-SOFIA" })).map(
        ({ assignees }) => assignees,
      ),
    ).toEqual([["demo-jonas"], ["demo-lena"]]);
  });

  test("what is asked already is not asked again, and the later of two of one goes", () => {
    const readings = [
      { number: 20, key: "change 12 demo-sofia", isOpen: true },
      { number: 21, key: "change 12 demo-sofia", isOpen: true },
    ];
    const changes = merged(later, { agreed: ["demo-lena"], readings });
    expect(asked(changes)).toEqual([]);
    expect(changes).toContainEqual({ kind: "drop-reading", issue: 21 });
  });

  test("nothing more once it is done", () => {
    expect(merged(later, { comment: { id: 1, body: "Said.\n<!-- handrail:merged -->" } })).toEqual([]);
  });

  test("words ask nobody, and neither does a handbook without the switch", () => {
    const words = { "content/post.mdx": post.replace("Press the button.", "Press the big button.") };
    expect(asked(merged(words))).toEqual([]);
    expect(asked(merged(later, {}, ""))).toEqual([]);
  });

  test("a process that is gone is told to all who worked by it", () => {
    expect(asked(merged({ "content/post.mdx": undefined })).map(({ assignees }) => assignees[0])).toEqual([
      "demo-lena",
      "demo-sofia",
    ]);
  });
});
