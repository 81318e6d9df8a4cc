import type { CheckedHandbook } from "../../../core/handbook/index.ts";
import { agreedSince, type ProposedMerge, readHeadNote } from "../../../core/pull-request/index.ts";
import { isOfTeam } from "../../../core/run/index.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";
import type { HandbookReader } from "../read-handbook.ts";
import { readPeople } from "../read-people.ts";
import type { RestClient } from "../rest-client.ts";
import type { PullRequestFacts } from "./read-pull-request.ts";
import { twoEnds } from "./two-ends.ts";

/** What the handbook on the sides of a pull request is read with. */
export interface MergeReading {
  readonly graphql: GraphqlClient;
  readonly rest: RestClient;
  readonly name: RepositoryName;
  readonly handbooks: HandbookReader;
  /** When the bot's first check on its newest commit began; nothing where there is none. */
  readonly firstCheckAt: string | undefined;
  /** The commit it was opened with, where that has just been heard. */
  readonly openedWith?: string | undefined;
}

/** What a pull request would bring, read at its commits, and who has agreed to that. */
export async function readMerge(
  facts: PullRequestFacts,
  { graphql, rest, name, handbooks, firstCheckAt, openedWith }: MergeReading,
): Promise<ProposedMerge> {
  const { number, author, headSha, baseRef, baseBranch, retargetedAt, changedPaths, notes } = facts;
  const [comment] = notes;
  const ends = await twoEnds(rest, { owner: name.owner, repo: name.name }, baseRef, headSha);
  const before = await handbooks.open(ends.parting);
  const after = await handbooks.open(headSha);
  const current = await handbooks.open(ends.base);
  const note = readHeadNote(comment?.body);
  const isSaid = note?.head === headSha && note.base === baseBranch;
  const since = { firstCheckAt, after: isSaid ? note.after : undefined, retargetedAt };
  const saying = new Set([...agreedSince(facts.comments, since), ...facts.approvedBy]);
  return {
    number,
    author,
    openedWith: openedWith ?? note?.opened,
    agreed: await ofTeam([...saying], current, graphql, name),
    baseBranch,
    retargetedAt,
    headSha,
    changedPaths,
    before,
    after,
    current,
    comment,
  };
}

/** Those of some people who are of the team now. */
async function ofTeam(
  people: readonly string[],
  { handbook }: CheckedHandbook,
  graphql: GraphqlClient,
  name: RepositoryName,
): Promise<string[]> {
  if (people.length === 0) return [];
  const logins = people.map((login) => login.toLowerCase());
  const nobody = { ids: { users: new Map() }, knowsEveryone: false };
  const facts = await readPeople(graphql, name, nobody, { assignable: logins, permissions: logins });
  return people.filter((login) => isOfTeam(login, facts, handbook.roles));
}
