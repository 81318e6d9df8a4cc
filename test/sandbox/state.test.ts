import fc from "fast-check";
import { expect, test } from "vitest";
import { addComment, deleteComment, editComment } from "../../sandbox/state/comments.ts";
import { createIssue } from "../../sandbox/state/create-issue.ts";
import { createState } from "../../sandbox/state/create-state.ts";
import { deleteIssue } from "../../sandbox/state/delete-issue.ts";
import { addBlockedBy, removeBlockedBy } from "../../sandbox/state/dependencies.ts";
import type { GitHubEvent } from "../../sandbox/state/events.ts";
import { Refusal } from "../../sandbox/state/refusal.ts";
import { addSubIssue, removeSubIssue } from "../../sandbox/state/sub-issues.ts";
import type { Act, Issue } from "../../sandbox/state/types.ts";
import { users } from "./start.ts";

function act(): Act {
  const state = createState(
    {
      repository: "acme/handbook",
      ownerType: "Organization",
      visibility: "public",
      users,
      organisationFeatures: { issueTypes: true, issueFields: true },
      appSlug: "handrail",
      appPermissions: {},
    },
    "2026-03-02T08:00:00Z",
  );
  return {
    state,
    actor: { account: state.app.bot, permission: "write", kind: "app" },
    now: "2026-03-02T08:00:00Z",
    span: { creations: 0, began: 1, ended: null },
  };
}

type Step = readonly ["put" | "replace" | "take" | "block" | "unblock" | "delete", number, number];

test("whatever is done, sub-issues stay a forest and dependencies free of circles", () => {
  const kind = fc.constantFrom<Step[0]>(
    "put",
    "put",
    "put",
    "replace",
    "take",
    "block",
    "block",
    "unblock",
    "delete",
  );
  const number = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(fc.array(fc.tuple(kind, number, number), { maxLength: 60 }), (steps) => {
      const now = act();
      for (let at = 1; at <= 12; at += 1) createIssue(now, { title: `Issue ${at}`, body: "" });
      for (const step of steps) perform(now, step);
      const issues = [...now.state.issues.values()];
      for (const issue of issues) {
        for (const child of issue.subIssueNumbers)
          expect(now.state.issues.get(child)?.parentNumber).toBe(issue.number);
        if (issue.parentNumber !== null) {
          const siblings = now.state.issues.get(issue.parentNumber)?.subIssueNumbers ?? [];
          expect(siblings.filter((sibling) => sibling === issue.number)).toEqual([issue.number]);
        }
        expect(chain(issue, (at) => (at.parentNumber === null ? [] : [at.parentNumber]), now)).not.toContain(
          issue.number,
        );
        expect(
          chain(issue, (at) => at.blockedBy.map(({ blockingNumber }) => blockingNumber), now),
        ).not.toContain(issue.number);
      }
    }),
  );
});

function perform(now: Act, [kind, a, b]: Step): void {
  const one = now.state.issues.get(a);
  const two = now.state.issues.get(b);
  if (one === undefined || two === undefined) return;
  try {
    if (kind === "put") addSubIssue(now, one, two);
    if (kind === "replace") addSubIssue(now, one, two, true);
    if (kind === "take") removeSubIssue(now, one, two);
    if (kind === "block") addBlockedBy(now, one, two);
    if (kind === "unblock") removeBlockedBy(now, one, two);
    if (kind === "delete") deleteIssue(now, one);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Everything reachable from an issue by `next`, the issue itself only when a circle leads back. */
function chain(issue: Issue, next: (issue: Issue) => number[], { state }: Act): number[] {
  const seen: number[] = [];
  const waiting = next(issue);
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (seen.includes(number)) continue;
    seen.push(number);
    const at = state.issues.get(number);
    if (at !== undefined) waiting.push(...next(at));
  }
  return seen;
}

test("a refused creation leaves nothing behind: no issue, no number, no event", () => {
  const now = act();
  const events: GitHubEvent[] = [];
  now.state.listeners.push((event) => void events.push(event));
  const outsider = now.state.accounts.get("vera");
  if (outsider === undefined) throw new Error("expected the outsider");
  expect(() => createIssue(now, { title: "T", body: "", assignees: [outsider] })).toThrow(Refusal);
  expect([now.state.issues.size, now.state.counters.number, events, now.span.creations]).toEqual([
    0,
    0,
    [],
    0,
  ]);
});

test.each([
  ["acme", 'Unexpected repository "acme", expected OWNER/NAME'],
  ["ac me/x", "expected OWNER/NAME"],
])("a repository called %s is refused", (repository, message) => {
  const options = {
    repository,
    ownerType: "User",
    visibility: "public",
    users: [],
    organisationFeatures: { issueTypes: true, issueFields: true },
    appSlug: "a",
    appPermissions: {},
  } as const;
  expect(() => createState(options, "2026-03-02T08:00:00Z")).toThrow(message);
});

test("an issue counts as changed when a comment on it is written, changed or deleted", () => {
  const first = act();
  const issue = createIssue(first, { title: "A", body: "" });
  const at = (minute: number): Act => ({ ...first, now: `2026-03-02T08:0${minute}:00Z` });
  const comment = addComment(at(1), issue, "One");
  expect(issue.updatedAt).toBe(at(1).now);
  editComment(at(2), issue, comment, "Two");
  expect(issue.updatedAt).toBe(at(2).now);
  deleteComment(at(3), issue, comment);
  expect(issue.updatedAt).toBe(at(3).now);
});
