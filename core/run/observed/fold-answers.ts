import type { Change } from "../changes/change.ts";
import type { ObservedComment, ObservedIssue, RunIssues } from "./observed-run.ts";

/** A change that GitHub carried out, with what only its answer could tell. */
export interface AppliedChange {
  readonly change: Change;
  /** The issue that a `create-step` made. */
  readonly issue?: Pick<ObservedIssue, "id" | "number" | "url" | "createdAt" | "author"> | undefined;
  /** The comment that a `post-comment` made. */
  readonly comment?: Pick<ObservedComment, "id" | "number" | "createdAt" | "author"> | undefined;
}

/**
 * The observation with changes that GitHub answered for folded in, so that the next decision can go on without asking
 * again. Fields that only GitHub knows afterwards (who closed, and when) stay as they were; a run is observed afresh
 * before it is left alone.
 */
export function foldAnswers<R extends RunIssues>(observed: R, applied: readonly AppliedChange[]): R {
  return applied.reduce<R>(foldAnswer, observed);
}

function foldAnswer<R extends RunIssues>(observed: R, { change, issue, comment }: AppliedChange): R {
  switch (change.kind) {
    case "create-label": {
      const { repository } = observed;
      return { ...observed, repository: { ...repository, labels: [...repository.labels, change.name] } };
    }
    case "create-step":
      return issue ? { ...observed, steps: [...observed.steps, newIssue(change, issue)] } : observed;
    case "unlink-sub-issue":
      return { ...observed, steps: observed.steps.filter((step) => step.number !== change.issue) };
    case "delete-comment":
      return mapIssues(observed, (candidate) => ({
        ...candidate,
        comments: candidate.comments.filter(({ id }) => id !== change.comment),
      }));
    case "edit-comment":
    case "react":
      return mapIssues(observed, (candidate) => ({
        ...candidate,
        comments: candidate.comments.map((existing) =>
          existing.id === change.comment ? foldComment(existing, change) : existing,
        ),
      }));
    default:
      return mapIssues(observed, (candidate) =>
        candidate.number === change.issue ? foldIssue(candidate, change, comment) : candidate,
      );
  }
}

function foldComment(
  comment: ObservedComment,
  change: Extract<Change, { kind: "edit-comment" | "react" }>,
): ObservedComment {
  if (change.kind === "react")
    return change.reaction === "EYES"
      ? { ...comment, isSetAside: true }
      : { ...comment, hasOurReaction: true };
  return { ...comment, body: change.body, isEditedByPeople: false, edit: null };
}

function foldIssue(
  issue: ObservedIssue,
  change: Exclude<
    Change,
    {
      kind: "create-label" | "create-step" | "unlink-sub-issue" | "edit-comment" | "delete-comment" | "react";
    }
  >,
  comment: AppliedChange["comment"],
): ObservedIssue {
  switch (change.kind) {
    case "post-comment":
      return comment ? { ...issue, comments: [...issue.comments, newComment(change.body, comment)] } : issue;
    case "link-blocked-by":
      return { ...issue, blockedBy: [...issue.blockedBy, change.blockedBy] };
    case "unlink-blocked-by":
      return { ...issue, blockedBy: issue.blockedBy.filter((number) => number !== change.blockedBy) };
    case "edit-issue":
      return {
        ...issue,
        title: change.title ?? issue.title,
        body: change.body ?? issue.body,
        ...(change.body !== undefined &&
          issue.isOurs && { writtenBody: change.body, isEditedByPeople: false }),
      };
    case "close-issue":
      return { ...issue, state: "closed", stateReason: change.reason, isClosedByUs: true };
    case "reopen-issue":
      return {
        ...issue,
        state: "open",
        stateReason: "reopened",
        closedAt: null,
        closedBy: null,
        closedById: null,
        isClosedByUs: false,
        isReopenedByUs: true,
      };
    case "add-assignees":
      return { ...issue, assignees: [...issue.assignees, ...change.logins] };
    case "remove-assignees":
      return { ...issue, assignees: issue.assignees.filter((login) => !change.logins.includes(login)) };
    case "add-labels":
      return { ...issue, labels: [...issue.labels, ...change.labels] };
    case "remove-labels":
      return { ...issue, labels: issue.labels.filter((label) => !change.labels.includes(label)) };
    case "set-due-date":
      return issue.dating
        ? { ...issue, dating: { ...issue.dating, isOurs: true, date: change.date } }
        : issue;
  }
}

function mapIssues<R extends RunIssues>(observed: R, map: (issue: ObservedIssue) => ObservedIssue): R {
  return { ...observed, run: map(observed.run), steps: observed.steps.map(map) };
}

function newIssue(
  change: Extract<Change, { kind: "create-step" }>,
  made: NonNullable<AppliedChange["issue"]>,
): ObservedIssue {
  return {
    ...made,
    title: change.title,
    body: change.body,
    writtenBody: change.body,
    authorId: null,
    isByOurAccount: true,
    isOurs: true,
    isEditedByPeople: false,
    addedBy: null,
    addedById: null,
    lastEdit: null,
    workDigest: "",
    state: "open",
    stateReason: null,
    closedAt: null,
    closedBy: null,
    closedById: null,
    isClosedByUs: false,
    reopenedAt: null,
    reopenedBy: null,
    reopenedById: null,
    isReopenedByUs: false,
    closings: 0,
    reopenings: 0,
    labels: change.labels,
    assignees: change.assignees,
    assigneeIds: [],
    assignment: null,
    blockedBy: [],
    comments: [],
  };
}

function newComment(body: string, made: NonNullable<AppliedChange["comment"]>): ObservedComment {
  return {
    ...made,
    authorId: null,
    isByOurAccount: true,
    isOurs: true,
    isByApp: true,
    isEditedByPeople: false,
    edit: null,
    doubts: new Map(),
    body,
    hasOurReaction: false,
    isSetAside: false,
  };
}
