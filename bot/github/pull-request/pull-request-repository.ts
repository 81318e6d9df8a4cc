import { z } from "zod";
import type { CheckedHandbook } from "../../../core/handbook/index.ts";
import {
  agreedSince,
  type ObservedCheck,
  type ObservedNote,
  type ObservedReadingIssue,
  type PullRequestChange,
  processesReplayed,
  readHeadNote,
  sealHeadNote,
} from "../../../core/pull-request/index.ts";
import { readingKey } from "../../../core/reading/index.ts";
import { isOfTeam, isSamePerson, type Seal } from "../../../core/run/index.ts";
import { text } from "../../../core/text/index.ts";
import type { PullRequestRepository } from "../../ports/pull-request-repository.ts";
import { createGitHubRepository } from "../github-repository.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";
import { createHandbookReader } from "../read-handbook.ts";
import { readPeople } from "../read-people.ts";
import { listReadings } from "../reading/list-readings.ts";
import { openReading } from "../reading/open-reading.ts";
import type { RestClient } from "../rest-client.ts";
import { statusOf } from "../status-of.ts";
import { annotationBatches } from "./annotation-batches.ts";
import { mergeBaseOf } from "./merge-base.ts";
import { pastRunsOf } from "./past-runs.ts";
import { readPullRequest } from "./read-pull-request.ts";
import { withRunsRead } from "./runs-concerned.ts";
import { hasComment, runsInFlight } from "./runs-in-flight.ts";

/** What the pull requests of a repository on GitHub are reached with. */
export interface PullRequestRepositoryOptions {
  readonly graphql: GraphqlClient;
  readonly rest: RestClient;
  readonly name: RepositoryName;
  /** Folder of the handbook in the repository. */
  readonly root: string;
  /** What the notes on runs are signed with; without it they are told by who wrote them last. */
  readonly seal?: Seal | undefined;
  /** Id of the App whose check runs are the bot's; those of every App with the same name of check when left out. */
  readonly appId?: number | undefined;
}

const checkRuns = z.object({
  check_runs: z.array(
    z.object({
      id: z.number(),
      external_id: z.string().nullable(),
      started_at: z.string().nullable(),
      app: z.object({ id: z.number() }).nullable(),
    }),
  ),
});
const numbered = z.object({ id: z.number() });

/** The pull requests of a repository on GitHub. Files are read at commits, through the API, and only parsed. */
export function createPullRequestRepository(options: PullRequestRepositoryOptions): PullRequestRepository {
  const { graphql, rest, root } = options;
  const { owner, name: repo } = options.name;
  const at = { owner, repo };
  const handbooks = createHandbookReader(graphql, options.name, root);
  const runRepository = createGitHubRepository({ graphql, name: options.name, root, seal: options.seal });

  /** The newest check on a commit, and when the first one began. */
  async function checksOn(
    headSha: string,
  ): Promise<{ check?: ObservedCheck | undefined; firstAt?: string | undefined }> {
    const { data } = await rest("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
      ...at,
      ref: headSha,
      check_name: text.pullRequest.checkName,
      filter: "all",
      per_page: 100,
    });
    const own = checkRuns
      .parse(data)
      .check_runs.filter(({ app }) => options.appId === undefined || app?.id === options.appId);
    const newest = own.toSorted((a, b) => b.id - a.id)[0];
    const begun = own.flatMap(({ started_at: startedAt }) => startedAt ?? []).sort();
    return {
      check: newest && { id: newest.id, key: newest.external_id?.split(" ")[1] ?? "" },
      firstAt: begun[0],
    };
  }

  /** Those of some people who are of the team now. */
  async function ofTeam(people: readonly string[], { handbook }: CheckedHandbook): Promise<string[]> {
    if (people.length === 0) return [];
    const logins = people.map((login) => login.toLowerCase());
    const nobody = { ids: { users: new Map() }, knowsEveryone: false };
    const concern = { assignable: logins, permissions: logins };
    const facts = await readPeople(graphql, options.name, nobody, concern);
    return people.filter((login) => isOfTeam(login, facts, handbook.roles));
  }

  /** The readings that a merged pull request has brought so far: asked only where the handbook wants any. */
  async function readingsOf(
    pull: number,
    mergedAt: string | null,
    { handbook }: CheckedHandbook,
  ): Promise<ObservedReadingIssue[]> {
    if (mergedAt === null || !handbook.config.changes.readAgain) return [];
    const listed = await listReadings(graphql, options.name, mergedAt);
    return listed.flatMap(({ number, note, isOpen }) =>
      note.kind === "change" && note.pull === pull ? [{ number, key: readingKey(note), isOpen }] : [],
    );
  }

  return {
    async observe(number, now) {
      const facts = await readPullRequest(graphql, options.name, number, options.seal);
      if (!facts) return undefined;
      const { headSha, baseRef, notes, comments, approvedBy, isForDefaultBranch, mergedAt, ...known } = facts;
      const [before, after] = await bothSides(
        handbooks,
        await mergeBaseOf(rest, at, baseRef, headSha),
        headSha,
      );
      const [comment, ...twins] = notes;
      const { check, firstAt } = await checksOn(headSha);
      const note = readHeadNote(comment?.body);
      const isSaid = note?.head === headSha && note.base === known.baseBranch;
      const since = {
        firstCheckAt: firstAt,
        after: isSaid ? note.after : undefined,
        retargetedAt: known.retargetedAt,
      };
      const saying = new Set([...agreedSince(comments, since), ...approvedBy]);
      const agreed = await ofTeam([...saying], before);
      const isAlive = known.isOpen || known.isMerged;
      const inFlight = isAlive && isForDefaultBranch ? await runsInFlight(graphql, options.name) : [];
      const runs = await withRunsRead(inFlight, before, known.changedPaths, runRepository);
      const replayed = known.isOpen && isForDefaultBranch ? processesReplayed({ before, after }) : [];
      const pastRuns = await pastRunsOf(replayed, runRepository, now);
      const readings = await readingsOf(number, isForDefaultBranch ? mergedAt : null, after);
      return {
        ...known,
        pastRuns,
        readings,
        number,
        headSha,
        before,
        after,
        agreed,
        runs,
        comment,
        twins,
        check,
        openedWith: note?.opened,
      };
    },
    async act({ number, repositoryId }, changes) {
      const sealed = (body: string) =>
        sealHeadNote(body, { repository: repositoryId, issue: number }, options.seal);
      let comment: ObservedNote | undefined;
      const asked = { taken: [] as string[], refused: [] as string[] };
      for (const change of changes) {
        switch (change.kind) {
          case "tell-run":
            if (!(await hasComment(graphql, options.name, change.run, change.mark)))
              await postComment(change.body, change.run, rest, at);
            break;
          case "ask-for-review":
            ((await askForReview(change.login, number, rest, at)) ? asked.taken : asked.refused).push(
              change.login,
            );
            break;
          case "post-comment":
            comment = { id: await postComment(sealed(change.body), number, rest, at), body: change.body };
            break;
          case "edit-comment":
            await editComment(change.id, sealed(change.body), rest, at);
            comment = { id: change.id, body: change.body };
            break;
          default:
            await write(change, number, rest, at);
        }
      }
      return { comment, asked };
    },
  };
}

async function bothSides(
  handbooks: ReturnType<typeof createHandbookReader>,
  base: string,
  head: string,
): Promise<[CheckedHandbook, CheckedHandbook]> {
  const before = await handbooks.open(base);
  return [before, head === base ? before : await handbooks.open(head)];
}

/** What GitHub keeps with a check run: the pull request it is for, which it does not tell for forks, and what it was written from. */
function checkNote(number: number, key: string): string {
  return `${number} ${key}`;
}

type At = Readonly<Record<"owner" | "repo", string>>;

async function write(
  change: Exclude<
    PullRequestChange,
    { kind: "tell-run" | "ask-for-review" | "post-comment" | "edit-comment" }
  >,
  number: number,
  rest: RestClient,
  at: At,
): Promise<void> {
  switch (change.kind) {
    case "write-check":
      return writeCheck(change, number, rest, at);
    case "ask-to-read":
      return openReading(change.reading, rest, at);
    case "drop-reading":
      await rest("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
        ...at,
        issue_number: change.issue,
        state: "closed",
        state_reason: "not_planned",
      });
      return;
    case "delete-comment":
      await rest("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        ...at,
        comment_id: change.id,
      });
  }
}

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

/** A new check run, completed only with its last annotations, so that one that was interrupted is never taken for whole. */
async function writeCheck(
  { headSha, key, report }: Extract<PullRequestChange, { kind: "write-check" }>,
  number: number,
  rest: RestClient,
  at: At,
): Promise<void> {
  const { title, summary, annotations, conclusion } = report;
  const [first = [], ...others] = annotationBatches(annotations);
  const output = (batch: readonly object[]) => ({ title, summary: summary.text, annotations: batch });
  const end = { status: "completed", conclusion, external_id: checkNote(number, key) };
  const { data } = await rest("POST /repos/{owner}/{repo}/check-runs", {
    ...at,
    name: text.pullRequest.checkName,
    head_sha: headSha,
    output: output(first),
    ...(others.length === 0 ? end : { status: "in_progress" }),
  });
  const { id } = numbered.parse(data);
  for (const [index, batch] of others.entries()) {
    await rest("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
      ...at,
      check_run_id: id,
      output: output(batch),
      ...(index === others.length - 1 ? end : {}),
    });
  }
}
