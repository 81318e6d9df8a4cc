import { deleteIssue } from "./delete-issue.ts";
import { findIssue } from "./find-issue.ts";
import { nextId } from "./next-id.ts";
import { nodeId } from "./node-id.ts";
import type { Act, Comment, Issue } from "./types.ts";

/**
 * Transfers an issue away and back again, as it would arrive from another repository of the same owner: a new number
 * and new ids, the same text, labels and assignees, and all comments with whoever wrote them. Edits, reactions and ties to
 * other issues are lost on the way; the old number is gone.
 * https://docs.github.com/en/issues/tracking-your-work-with-issues/administering-issues/transferring-an-issue-to-another-repository
 */
export function transferIssue(act: Act, number: number): Issue {
  const { state } = act;
  const issue = findIssue(state, number);
  deleteIssue(act, issue);
  const id = nextId(state);
  state.counters.number += 1;
  const arrived: Issue = {
    ...issue,
    id,
    nodeId: nodeId("issue", id),
    number: state.counters.number,
    updatedAt: act.now,
    edits: [],
    parentNumber: null,
    subIssueNumbers: [],
    foreignSubIssues: [],
    blockedBy: [],
    comments: issue.comments.map((comment) => arrivedComment(comment, state.counters.number, act)),
    timeline: [],
    reactions: [],
  };
  state.issues.set(arrived.number, arrived);
  return arrived;
}

function arrivedComment(comment: Comment, issueNumber: number, { state }: Act): Comment {
  const id = nextId(state);
  return { ...comment, id, nodeId: nodeId("comment", id), issueNumber, edits: [], reactions: [] };
}
