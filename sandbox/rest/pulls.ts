import { mergePullRequest } from "../merge-pull-request.ts";
import { requireAppPermission } from "../state/app-permission.ts";
import { requireClose, requireEdit, requireWrite } from "../state/authority.ts";
import { closeIssue, reopenIssue } from "../state/close-issue.ts";
import { editIssue } from "../state/edit-issue.ts";
import { findIssue } from "../state/find-issue.ts";
import {
  changeBase,
  createPullRequest,
  pullRequestFiles,
  requestReviews,
  reviewPullRequest,
} from "../state/pull-requests.ts";
import { Refusal } from "../state/refusal.ts";
import type { Issue, PullRequest } from "../state/types.ts";
import { viewDiff } from "../views/view-diff.ts";
import { viewFullPull, viewPull } from "../views/view-pull.ts";
import { viewReview } from "../views/view-review.ts";
import { paginate } from "./paginate.ts";
import { bodyOf, created, ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

interface PullBody {
  readonly title?: string;
  readonly body?: string | null;
  readonly head?: string;
  readonly base?: string;
  readonly draft?: boolean;
  readonly state?: "open" | "closed";
}

export const pullHandlers: RestHandlers = {
  "pulls/create": async (request) => {
    requireAppPermission(request.act, "pull_requests", "write");
    requireWrite(request.act);
    await request.head();
    const body = bodyOf<PullBody & { issue?: number; head_repo?: string }>(request);
    if (body.issue !== undefined || body.head_repo !== undefined) throw unmodelled("issue and head_repo");
    const issue = createPullRequest(request.act, {
      title: body.title ?? "",
      body: body.body ?? "",
      head: withoutOwner(request, body.head ?? ""),
      base: body.base ?? "",
      draft: body.draft ?? false,
    });
    return created(viewFullPull(issue, pullOf(issue), request.context));
  },

  "pulls/list": (request) => {
    const { state = "open", head, base, sort, direction } = request.query as Partial<Record<string, string>>;
    if (sort !== undefined && sort !== "created") throw unmodelled(`sort=${sort}`);
    const found = [...request.act.state.issues.values()].filter(
      ({ pull, state: current }) =>
        pull !== null &&
        (state === "all" || current === state) &&
        (head === undefined || pull.headBranch === withoutOwner(request, head)) &&
        (base === undefined || pull.baseBranch === base),
    );
    const ordered = direction === "asc" ? found : found.reverse();
    return paginate(request, ordered, (issue) => viewPull(issue, pullOf(issue), request.context));
  },

  "pulls/get": (request) => {
    const issue = issueOfPull(request);
    return ok(viewFullPull(issue, pullOf(issue), request.context));
  },

  "pulls/update": (request) => {
    requireAppPermission(request.act, "pull_requests", "write");
    const { act } = request;
    const issue = issueOfPull(request);
    const body = bodyOf<PullBody>(request);
    if (body.title !== undefined || body.body !== undefined || body.base !== undefined)
      requireEdit(act, issue);
    if (body.state !== undefined) requireClose(act, issue);
    if (body.state === "open" && pullOf(issue).merged !== null)
      throw new Refusal("unprocessable", "A merged pull request cannot be reopened");
    if (body.base !== undefined) changeBase(act, issue, body.base);
    editIssue(act, issue, {
      ...(body.title !== undefined && { title: body.title }),
      ...(body.body !== undefined && { body: body.body ?? "" }),
    });
    if (body.state === "closed") closeIssue(act, issue);
    if (body.state === "open") reopenIssue(act, issue);
    return ok(viewFullPull(issue, pullOf(issue), request.context));
  },

  "pulls/list-files": (request) => {
    const pull = pullOf(issueOfPull(request));
    const files = pullRequestFiles(request.act.state, pull);
    return paginate(request, files, (file) => viewDiff(file, pull.headSha, request.context));
  },

  "pulls/request-reviewers": (request) => {
    const { act, context } = request;
    requireAppPermission(act, "pull_requests", "write");
    requireWrite(act);
    const issue = issueOfPull(request);
    const { reviewers = [], team_reviewers: teams = [] } = bodyOf<{
      reviewers?: readonly string[];
      team_reviewers?: readonly string[];
    }>(request);
    if (teams.length > 0) throw unmodelled("team_reviewers");
    requestReviews(act, issue, reviewers);
    return created(viewPull(issue, pullOf(issue), context));
  },

  "pulls/create-review": (request) => {
    requireAppPermission(request.act, "pull_requests", "write");
    const {
      event,
      body = "",
      comments,
      commit_id: commit,
    } = bodyOf<{
      event?: "APPROVE" | "REQUEST_CHANGES" | "COMMENT";
      body?: string;
      comments?: readonly unknown[];
      commit_id?: string;
    }>(request);
    if (event === undefined || comments !== undefined || commit !== undefined)
      throw unmodelled("pending reviews, comments on lines and commit_id");
    const issue = issueOfPull(request);
    const states = {
      APPROVE: "APPROVED",
      REQUEST_CHANGES: "CHANGES_REQUESTED",
      COMMENT: "COMMENTED",
    } as const;
    return ok(
      viewReview(
        reviewPullRequest(request.act, issue, { state: states[event], body }),
        issue,
        request.context,
      ),
    );
  },

  "pulls/list-reviews": (request) => {
    const issue = issueOfPull(request);
    return paginate(request, pullOf(issue).reviews, (review) => viewReview(review, issue, request.context));
  },

  "pulls/merge": async (request) => {
    requireAppPermission(request.act, "contents", "write");
    const issue = issueOfPull(request);
    const { sha: expected } = bodyOf<{ sha?: string }>(request);
    if (expected !== undefined && expected !== pullOf(issue).headSha)
      return { status: 409, body: { message: "Head branch was modified. Review and try the merge again." } };
    const sha = await mergePullRequest(request.world, request.act, issue).catch((error: unknown) => {
      if (error instanceof Refusal && error.kind === "unprocessable") return error;
      throw error;
    });
    if (sha instanceof Refusal) return { status: 405, body: { message: sha.message } };
    return ok({ sha, merged: true, message: "Pull Request successfully merged" });
  },
};

function issueOfPull({ act, parameters }: RestRequest): Issue {
  const issue = findIssue(act.state, Number(parameters["pull_number"]));
  if (issue.pull === null) throw new Refusal("not-found", "Not Found");
  return issue;
}

function pullOf({ number, pull }: Issue): PullRequest {
  if (pull === null) throw new Error(`Unexpected issue #${number}, expected a pull request.`);
  return pull;
}

/** `owner:branch` names a branch of this very repository; forks are not modelled. */
function withoutOwner({ act }: RestRequest, head: string): string {
  const [owner = "", branch] = head.split(":");
  if (branch === undefined) return head;
  if (owner.toLowerCase() !== act.state.repository.owner.login.toLowerCase()) throw unmodelled("forks");
  return branch;
}

const unmodelled = (what: string) => new Refusal("unprocessable", `The sandbox does not model ${what}.`);
