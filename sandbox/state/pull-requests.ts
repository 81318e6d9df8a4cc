import { closeIssue } from "./close-issue.ts";
import { createIssue } from "./create-issue.ts";
import { emit } from "./emit.ts";
import { type ChangedFile, changedFiles, withRenames } from "./git/changed-files.ts";
import { findCommit } from "./git/find-commit.ts";
import { ancestry, mergeBase } from "./git/merge-base.ts";
import { nextId } from "./next-id.ts";
import { nodeId } from "./node-id.ts";
import { notify, subscribe } from "./notify.ts";
import { isInside } from "./permissions.ts";
import { recordTimeline } from "./record-timeline.ts";
import { Refusal } from "./refusal.ts";
import type { Act, Commit, GitHubState, Issue, PullRequest, Review } from "./types.ts";

export interface NewPullRequest {
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
}

/** Opens a pull request; refuses when there is nothing to merge, or when one is open already. */
export function createPullRequest(act: Act, input: NewPullRequest): Issue {
  const { state } = act;
  const head = findCommit(state, input.head);
  if (head === undefined || !state.branches.has(input.head)) throw invalid("head", "invalid");
  checkEnds(state, { branch: input.head, head }, input.base);
  const pull = {
    headBranch: input.head,
    baseBranch: input.base,
    deletedBaseSha: null,
    draft: input.draft,
    headSha: head.sha,
    requestedReviewers: [],
    reviews: [],
    merged: null,
  };
  return createIssue(act, { title: input.title, body: input.body, pull });
}

/**
 * Points an open pull request at another branch; says nothing where it is for that one already.
 * https://docs.github.com/en/rest/pulls/pulls#update-a-pull-request
 */
export function changeBase(act: Act, issue: Issue, currentBase: string): void {
  const { pull } = issue;
  if (pull === null) throw new Refusal("not-found", "Not Found");
  const previousBase = pull.baseBranch;
  if (currentBase === previousBase) return;
  if (issue.state !== "open") throw custom("Cannot change the base branch of a closed pull request.");
  const { head, base } = endsOf(act.state, pull);
  checkEnds(act.state, { branch: pull.headBranch, head }, currentBase);
  pull.baseBranch = currentBase;
  recordTimeline(act, issue, { event: "base_ref_changed", previousBase, currentBase });
  const changes = { base: { ref: { from: previousBase }, sha: { from: base.sha } } };
  emit(act, { name: "pull_request", action: "edited", issue, changes });
}

/** Points an open pull request at another branch since its own goes; closes it where it would have nothing to merge there. */
export function changeBaseByItself(act: Act, issue: Issue, newBase: string): void {
  const { pull } = issue;
  if (pull === null) throw new Refusal("not-found", "Not Found");
  const oldBase = pull.baseBranch;
  const { head, base } = endsOf(act.state, pull);
  try {
    checkEnds(act.state, { branch: pull.headBranch, head }, newBase);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    closeIssue(act, issue);
    return;
  }
  pull.baseBranch = newBase;
  recordTimeline(act, issue, { event: "automatic_base_change_succeeded", oldBase, newBase });
  const changes = { base: { ref: { from: oldBase }, sha: { from: base.sha } } };
  emit(act, { name: "pull_request", action: "edited", issue, changes });
}

/** Refuses where a branch has nothing to merge into another, or there is an open pull request for both. */
function checkEnds(
  state: GitHubState,
  { branch, head }: { readonly branch: string; readonly head: Commit },
  baseBranch: string,
): void {
  const base = findCommit(state, baseBranch);
  if (base === undefined || !state.branches.has(baseBranch)) throw invalid("base", "invalid");
  if (commitsOf(state, head, base).length === 0)
    throw custom(`No commits between ${baseBranch} and ${branch}`);
  const twin = [...state.issues.values()].some(
    ({ pull, state: isOpen }) =>
      isOpen === "open" && pull?.headBranch === branch && pull.baseBranch === baseBranch,
  );
  if (twin) throw custom(`A pull request already exists for ${state.repository.owner.login}:${branch}.`);
}

/**
 * Says what the actor thinks of a pull request as it is. Nobody approves their own; whoever reviews is not asked for it any more.
 * https://docs.github.com/en/rest/pulls/reviews
 */
export function reviewPullRequest(
  act: Act,
  issue: Issue,
  input: { readonly state: Review["state"]; readonly body: string },
): Review {
  const { pull } = issue;
  const author = act.actor.account;
  if (pull === null) throw new Refusal("not-found", "Not Found");
  if (author.id === issue.author.id && input.state !== "COMMENTED")
    throw new Refusal(
      "unprocessable",
      `Review Can not ${input.state === "APPROVED" ? "approve" : "request changes on"} your own pull request`,
    );
  const id = nextId(act.state);
  const review = {
    ...input,
    id,
    nodeId: nodeId("review", id),
    author,
    commitSha: pull.headSha,
    submittedAt: act.now,
  };
  pull.reviews.push(review);
  issue.updatedAt = act.now;
  pull.requestedReviewers = pull.requestedReviewers.filter((account) => account.id !== author.id);
  subscribe(issue, author, "comment");
  emit(act, { name: "pull_request_review", action: "submitted", issue, review });
  notify(act, issue, { kind: "reviewed", text: input.body, toSubscribers: true });
  return review;
}

/**
 * Asks people to review. Whoever is asked already is not told again; only whoever has been given access can be asked.
 * https://docs.github.com/en/rest/pulls/review-requests
 */
export function requestReviews(act: Act, issue: Issue, logins: readonly string[]): void {
  const { pull } = issue;
  if (pull === null) throw new Refusal("not-found", "Not Found");
  const accounts = logins.map((login) => {
    const account = act.state.accounts.get(login.toLowerCase());
    if (account === issue.author)
      throw new Refusal("unprocessable", "Review cannot be requested from pull request author.");
    if (account === undefined || !isInside(act.state, account))
      throw new Refusal(
        "unprocessable",
        "Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of this repository.",
      );
    return account;
  });
  const reviewers = accounts.filter((account) => !pull.requestedReviewers.includes(account));
  pull.requestedReviewers.push(...reviewers);
  notify(act, issue, { kind: "review-requested", text: "", reviewers, toSubscribers: false });
}

/** The two ends of a pull request and where they parted, as things stand. */
export function endsOf(state: GitHubState, pull: PullRequest): { head: Commit; base: Commit; fork: Commit } {
  const head = state.commits.find(({ sha }) => sha === pull.headSha);
  const base = findCommit(state, pull.deletedBaseSha ?? pull.baseBranch);
  const fork = head && base && mergeBase(state, head, base);
  if (head === undefined || base === undefined || fork === undefined)
    throw new Error(`Unexpected pull request of ${pull.headBranch} without its commits, expected both ends.`);
  return { head, base, fork };
}

/** What a pull request changes, as GitHub lists it. */
export function pullRequestFiles(state: GitHubState, pull: PullRequest): ChangedFile[] {
  return withRenames(changesOf(state, pull));
}

/** What a pull request changes, each path by itself. */
export function changesOf(state: GitHubState, pull: PullRequest): ChangedFile[] {
  const { head, fork } = endsOf(state, pull);
  return changedFiles(fork.files, head.files);
}

/** The commits of `head` that `base` does not have, newest first. */
export function commitsOf(state: GitHubState, head: Commit, base: Commit): Commit[] {
  const known = new Set(ancestry(state, base));
  return ancestry(state, head).filter((commit) => !known.has(commit));
}

/** The changed files that the base branch has changed otherwise meanwhile. */
export function conflictsOf(state: GitHubState, pull: PullRequest): string[] {
  const { base, fork } = endsOf(state, pull);
  return changesOf(state, pull)
    .filter(({ path, after }) => {
      const theirs = base.files.get(path) ?? null;
      return theirs !== (fork.files.get(path) ?? null) && theirs !== after;
    })
    .map(({ path }) => path);
}

/** Records that a pull request was merged as this commit, and closes it. */
export function recordMerge(act: Act, issue: Issue, sha: string): void {
  if (issue.pull === null) throw new Error(`Unexpected issue #${issue.number}, expected a pull request.`);
  issue.pull.merged = { at: act.now, by: act.actor.account, sha };
  closeIssue(act, issue);
}

const invalid = (field: string, code: string) =>
  new Refusal("unprocessable", `${field} is ${code}`, [{ resource: "PullRequest", field, code }]);

const custom = (message: string) =>
  new Refusal("unprocessable", message, [
    { resource: "PullRequest", field: "base", code: "custom", message },
  ]);
