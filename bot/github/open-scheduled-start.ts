import { runLabel } from "../../core/form/index.ts";
import { isScheduledStart, type ScheduledStart, type Seal, sealNotes } from "../../core/run/index.ts";
import { mutationDocument, mutationFields } from "./documents/mutations.ts";
import { newestRunsDocument } from "./documents/observe-run.ts";
import { peopleDocument } from "./documents/read-people.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import type { RepositoryName } from "./observe-run.ts";
import type { MutationData, NewestRunsData, PeopleData } from "./response-types.ts";

/**
 * Opens the start issue of a process that repeats, unless the bot has opened it before, however it has fared
 * since. Gives the number of a new one. Issues are listed, never searched for: a search may not know the newest.
 */
export async function openScheduledStart(
  graphql: GraphqlClient,
  name: RepositoryName,
  start: ScheduledStart,
  seal: Seal | undefined,
): Promise<number | undefined> {
  let after = null as string | null;
  let ids:
    | { readonly repository: string; readonly databaseId: number; readonly label: string | undefined }
    | undefined;
  for (;;) {
    const { repository } = await graphql<NewestRunsData>(newestRunsDocument, {
      ...name,
      label: runLabel,
      after,
    });
    if (!repository) return undefined;
    ids ??= {
      repository: repository.id,
      databaseId: repository.databaseId,
      label: repository.label?.id,
    };
    const { nodes, pageInfo } = repository.issues;
    if (nodes.some((issue) => issue.viewerDidAuthor && isScheduledStart(issue.body, start))) return undefined;
    const oldest = nodes.at(-1)?.createdAt.slice(0, 10);
    if (!pageInfo.hasNextPage || (oldest !== undefined && oldest < start.opensOn)) break;
    after = pageInfo.endCursor;
  }
  const assignees = await idsOf(graphql, name, start.people);
  const input = {
    repositoryId: ids.repository,
    title: start.title,
    // The number of an issue is not known before it is made.
    body: sealNotes(start.body, { repository: ids.databaseId, issue: 0 }, seal),
    ...(ids.label !== undefined && { labelIds: [ids.label] }),
    ...(assignees.length > 0 && { assigneeIds: assignees }),
  };
  const data = await graphql<MutationData>(mutationDocument([mutationFields.createIssue]), { input0: input });
  return data["mutation0"]?.issue?.number;
}

async function idsOf(
  graphql: GraphqlClient,
  name: RepositoryName,
  logins: readonly string[],
): Promise<string[]> {
  if (logins.length === 0) return [];
  const variables = Object.fromEntries(logins.map((login, index) => [`assignable${index}`, login]));
  const { repository } = await graphql<PeopleData>(peopleDocument(0, logins.length), {
    ...name,
    ...variables,
  });
  return logins.flatMap((login, index) => {
    const answer = repository?.[`assignable${index}`];
    const users = answer && "nodes" in answer ? answer.nodes : [];
    return users.find((user) => user.login.toLowerCase() === login.toLowerCase())?.id ?? [];
  });
}
