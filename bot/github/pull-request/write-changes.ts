import { z } from "zod";
import type { ObservedNote, PullRequestChange } from "../../../core/pull-request/index.ts";
import { isSamePerson } from "../../../core/run/index.ts";
import type { Written } from "../../ports/pull-request-repository.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";
import { dropIssue } from "../reading/drop-issue.ts";
import { openReading } from "../reading/open-reading.ts";
import type { RestClient } from "../rest-client.ts";
import { statusOf } from "../status-of.ts";
import type { CommitChecks } from "./commit-checks.ts";
import { hasComment } from "./runs-in-flight.ts";

/** What is written to one pull request with. */
export interface Writing {
  readonly graphql: GraphqlClient;
  readonly rest: RestClient;
  readonly name: RepositoryName;
  readonly checks: CommitChecks;
  /** Number of the pull request. */
  readonly number: number;
  /** The bot's comment as it goes to GitHub. */
  readonly sealed: (body: string) => string;
  /** The text of an issue that asks somebody to read, likewise. */
  readonly sealedReading: (body: string) => string;
}

type At = Readonly<Record<"owner" | "repo", string>>;

/** Writes what was decided of a pull request, in order; throws where one was refused, but for a request to ask somebody for a review. */
export async function writeChanges(
  changes: readonly PullRequestChange[],
  { graphql, rest, name, checks, number, sealed, sealedReading }: Writing,
): Promise<Written> {
  const at = { owner: name.owner, repo: name.name };
  let comment: ObservedNote | undefined;
  const asked = { taken: [] as string[], refused: [] as string[] };
  for (const change of changes) {
    switch (change.kind) {
      case "tell-run":
        if (!(await hasComment(graphql, name, change.run, change.mark)))
          await postComment(change.body, change.run, rest, at);
        break;
      case "ask-for-review": {
        const isAsked = await askForReview(change.login, number, rest, at);
        (isAsked ? asked.taken : asked.refused).push(change.login);
        break;
      }
      case "post-comment":
        comment = {
          id: await postComment(sealed(change.body), number, rest, at),
          body: change.body,
        };
        break;
      case "edit-comment":
        await editComment(change.id, sealed(change.body), rest, at);
        comment = { id: change.id, body: change.body };
        break;
      case "write-check":
        await checks.write(change);
        break;
      case "ask-to-read":
        await openReading(change.reading, rest, at, sealedReading);
        break;
      case "drop-reading":
        await dropIssue(change.issue, rest, at);
        break;
      case "delete-comment":
        await deleteComment(change.id, rest, at);
    }
  }
  return { comment, asked };
}

const numbered = z.object({ id: z.number() });

/** Writes a comment on an issue or pull request; gives its number. */
async function postComment(body: string, number: number, rest: RestClient, at: At): Promise<number> {
  const { data } = await rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    ...at,
    issue_number: number,
    body,
  });
  return numbered.parse(data).id;
}

async function editComment(id: number, body: string, rest: RestClient, at: At): Promise<void> {
  const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
  await rest(route, { ...at, comment_id: id, body });
}

async function deleteComment(id: number, rest: RestClient, at: At): Promise<void> {
  await rest("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", { ...at, comment_id: id });
}

const withReviewers = z.object({ requested_reviewers: z.array(z.object({ login: z.string() })).nullish() });

/** Whether GitHub asks somebody: it refuses whoever has no access here, and leaves out whoever is one too many on a free plan. */
async function askForReview(login: string, number: number, rest: RestClient, at: At): Promise<boolean> {
  const route = "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers";
  try {
    const { data } = await rest(route, { ...at, pull_number: number, reviewers: [login] });
    const asked = withReviewers.parse(data).requested_reviewers ?? [];
    return asked.some((reviewer) => isSamePerson(reviewer.login, login));
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
    return false;
  }
}
