import type { Issue } from "../../sandbox/index.ts";
import type { FaultWorld } from "./world.ts";

/** What people see of an issue, without what differs from one life to another: numbers, and ids of comments. */
export interface VisibleIssue {
  readonly title: string;
  readonly body: string;
  readonly state: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly parent: string | null;
  /** Without issues that are closed and of no run: a link to a doubled one that was healed holds nobody back. */
  readonly blockedBy: readonly string[];
  /** As `login: text`, sorted. */
  readonly comments: readonly string[];
}

/** Everything people see, by title and age. */
export function visible({ sandbox }: FaultWorld): readonly VisibleIssue[] {
  const issues = [...sandbox.state.issues.values()];
  const titleOf = (number: number) => sandbox.state.issues.get(number)?.title ?? "an issue that is gone";
  const plain = (text: string) =>
    text
      .replace(/<!-- handrail:[a-z]+ [^>]*-->/g, "")
      .replaceAll(sandbox.links.web, "")
      .replace(/issuecomment-\d+/g, "issuecomment")
      // Steps that joined a run are named by the comment or the issue they came from.
      .replace(/`added-\d+`/g, "`added`")
      .replace(/(#|\/issues\/|`issue-)(\d+)/g, (_, before, number) => `${before}${titleOf(Number(number))}`)
      .trim();
  return issues
    .map((issue) => visibleIssue(issue, heldBackBy(issue, sandbox.state.issues).map(titleOf), titleOf, plain))
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}

function heldBackBy({ blockedBy }: Issue, issues: ReadonlyMap<number, Issue>): readonly number[] {
  return blockedBy
    .map(({ blockingNumber }) => blockingNumber)
    .filter((number) => {
      const blocking = issues.get(number);
      return blocking?.state !== "closed" || blocking.parentNumber !== null;
    });
}

function visibleIssue(
  issue: Issue,
  blockedBy: readonly string[],
  titleOf: (number: number) => string,
  plain: (text: string) => string,
): VisibleIssue {
  return {
    title: issue.title,
    body: plain(issue.body),
    state: issue.state === "open" ? "open" : `closed as ${issue.stateReason}`,
    labels: issue.labels.map(({ name }) => name).sort(),
    assignees: issue.assignees.map(({ login }) => login).sort(),
    parent: issue.parentNumber === null ? null : titleOf(issue.parentNumber),
    blockedBy: blockedBy.toSorted(),
    comments: issue.comments.map(({ author, body }) => `${author.login}: ${plain(body)}`).sort(),
  };
}
