import type { CheckedHandbook } from "../../../core/handbook/index.ts";
import {
  type ObservedReadingIssue,
  type ProposedCommit,
  type ProposedMerge,
  processesReplayed,
  readHeadNote,
} from "../../../core/pull-request/index.ts";
import { readingKey } from "../../../core/reading/index.ts";
import { type Seal, sealNotes } from "../../../core/run/index.ts";
import type { PullRequestRepository } from "../../ports/pull-request-repository.ts";
import { createGitHubRepository } from "../github-repository.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";
import { createHandbookReader } from "../read-handbook.ts";
import { listReadings } from "../reading/list-readings.ts";
import { sealReading } from "../reading/notes-of-readings.ts";
import type { RestClient } from "../rest-client.ts";
import { type ChecksOfCommit, createCommitChecks } from "./commit-checks.ts";
import { pastRunsOf } from "./past-runs.ts";
import { readMerge } from "./read-merge.ts";
import { type PullRequestFacts, readPullRequest } from "./read-pull-request.ts";
import { withRunsRead } from "./runs-concerned.ts";
import { runsInFlight } from "./runs-in-flight.ts";
import { writeChanges } from "./write-changes.ts";

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

/** Of more pull requests with one commit nobody reads what they want: its check waits until some are closed. */
const mostOfACommit = 5;

/** The pull requests of a repository on GitHub. Files are read at commits, through the API, and only parsed. */
export function createPullRequestRepository(options: PullRequestRepositoryOptions): PullRequestRepository {
  const { graphql, rest, root, name, seal } = options;
  const handbooks = createHandbookReader(graphql, name, root);
  const runRepository = createGitHubRepository({ graphql, name, root, seal });
  const checks = createCommitChecks(rest, { owner: name.owner, repo: name.name }, options.appId);

  const merge = (facts: PullRequestFacts, firstCheckAt: string | undefined, openedWith?: string) =>
    readMerge(facts, { graphql, rest, name, handbooks, firstCheckAt, openedWith });

  /** A commit with the open pull requests that propose it, by number; of them `own` is read already. */
  async function commitOf(
    headSha: string,
    { newest: check, firstAt }: ChecksOfCommit,
    facts: PullRequestFacts,
    own?: ProposedMerge,
  ): Promise<ProposedCommit> {
    const numbers = proposing(headSha, facts);
    const merges: ProposedMerge[] = [];
    for (const number of numbers.slice(0, mostOfACommit)) {
      if (number === own?.number) merges.push(own);
      else {
        const other = await readPullRequest({ graphql, rest }, name, number, { root, seal });
        // It may have been closed meanwhile, or got another commit.
        if (other?.isOpen && other.headSha === headSha) merges.push(await merge(other, firstAt));
      }
    }
    return { headSha, check, merges, unread: Math.max(0, numbers.length - mostOfACommit) };
  }

  /** The commit that a pull request had when the bot last spoke of it, where others still propose that one. */
  async function leftBehind(facts: PullRequestFacts, own: ProposedMerge): Promise<ProposedCommit[]> {
    const left = readHeadNote(own.comment?.body)?.head ?? own.headSha;
    if (left === own.headSha || proposing(left, facts).length === 0) return [];
    return [await commitOf(left, await checks.on(left), facts)];
  }

  /** The readings that a merged pull request has brought so far: asked only where the handbook wants any. */
  async function readingsOf(
    pull: number,
    mergedAt: string | null,
    { handbook }: CheckedHandbook,
  ): Promise<ObservedReadingIssue[]> {
    if (mergedAt === null || !handbook.config.changes.readAgain) return [];
    const listed = await listReadings(graphql, name, seal, mergedAt);
    return listed.flatMap(({ number, note, isOpen }) =>
      note.kind === "change" && note.pull === pull ? [{ number, key: readingKey(note), isOpen }] : [],
    );
  }

  return {
    async observe(number, now, openedWith) {
      const facts = await readPullRequest({ graphql, rest }, name, number, { root, seal });
      if (!facts) return undefined;
      const { headSha, isOpen, isMerged, isForDefaultBranch, mergedAt, notes } = facts;
      const ofHead = await checks.on(headSha);
      const own = await merge(facts, ofHead.firstAt, openedWith);
      const { before, after, changedPaths } = own;
      const commits = [await commitOf(headSha, ofHead, facts, own), ...(await leftBehind(facts, own))];
      const inFlight = (isOpen || isMerged) && isForDefaultBranch ? await runsInFlight(graphql, name) : [];
      const runs = await withRunsRead(inFlight, before, changedPaths, runRepository);
      const replayed = isOpen && isForDefaultBranch ? processesReplayed({ before, after }) : [];
      return {
        ...own,
        isOpen,
        isMerged,
        proposedBy: facts.proposedBy,
        newestComment: facts.newestComment,
        runs,
        pastRuns: await pastRunsOf(replayed, runRepository, now),
        readings: await readingsOf(number, isForDefaultBranch ? mergedAt : null, after),
        repositoryId: facts.repositoryId,
        repositoryUrl: facts.repositoryUrl,
        offersPreview: facts.offersPreview,
        rules: facts.rules,
        twins: notes.slice(1),
        beside: proposing(headSha, facts).filter((other) => other !== number),
        commits,
      };
    },
    async commits(number, headShas) {
      const facts = await readPullRequest({ graphql, rest }, name, number, { root, seal });
      if (!facts) return [];
      const found: ProposedCommit[] = [];
      for (const headSha of headShas) {
        const ofCommit = await checks.on(headSha);
        const own = headSha === facts.headSha ? await merge(facts, ofCommit.firstAt) : undefined;
        found.push(await commitOf(headSha, ofCommit, facts, own));
      }
      return found;
    },
    act({ number, repositoryId }, changes) {
      const place = { repository: repositoryId, issue: number };
      const sealed = (body: string) => sealNotes(body, place, seal);
      const sealedReading = (body: string) => sealReading(body, { repository: repositoryId, seal });
      return writeChanges(changes, { graphql, rest, name, checks, number, sealed, sealedReading });
    },
  };
}

/** Numbers of the open pull requests that propose a commit, in order; with the one that was read, whatever a list says that lags behind. */
function proposing(sha: string, { number, isOpen, headSha, openPulls }: PullRequestFacts): number[] {
  const others = openPulls.filter((pull) => pull.number !== number && pull.headSha === sha);
  const own = isOpen && headSha === sha ? [number] : [];
  return [...own, ...others.map((pull) => pull.number)].sort((a, b) => a - b);
}
