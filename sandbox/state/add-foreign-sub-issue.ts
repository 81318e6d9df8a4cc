import { createIssue } from "./create-issue.ts";
import { findIssue } from "./find-issue.ts";
import { nextId } from "./next-id.ts";
import { nodeId } from "./node-id.ts";
import type { Act, Issue } from "./types.ts";

export interface ForeignIssue {
  /** The issue of ours it becomes a sub-issue of. */
  readonly parent: number;
  /** The name of the other repository; the owner is the same. */
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
}

/** Puts an issue of another repository below one of ours, as GitHub allows within one owner. */
export function addForeignSubIssue(act: Act, input: ForeignIssue): Issue {
  const { state } = act;
  const parent = findIssue(state, input.parent);
  const id = nextId(state);
  const { owner } = state.repository;
  const home = {
    ...state.repository,
    id,
    nodeId: nodeId("repository", id),
    name: input.repository,
    fullName: `${owner.login}/${input.repository}`,
  };
  const made = createIssue({ ...act, held: [] }, { title: input.title, body: input.body });
  state.issues.delete(made.number);
  state.counters.number -= 1;
  const issue: Issue = { ...made, number: input.number, home, parentNumber: parent.number };
  parent.foreignSubIssues.push(issue);
  return issue;
}
