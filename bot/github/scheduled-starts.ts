import type { CivilDate } from "../../core/calendar/index.ts";
import { runLabel } from "../../core/form/index.ts";
import { labels, type ScheduledStart, type Seal, type StartIssue, sealNotes } from "../../core/run/index.ts";
import { mutationDocument, mutationFields } from "./documents/mutations.ts";
import { newestRunsDocument } from "./documents/observe-run.ts";
import { peopleDocument } from "./documents/read-people.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import type { RepositoryName } from "./observe-run.ts";
import type { MutationData, NewestRunsData, PeopleData } from "./response-types.ts";

type NewestRuns = NonNullable<NewestRunsData["repository"]>;

/** The issues with the label of runs made on a day or later. They are listed, never searched for: a search may not know the newest. */
export async function startsSince(
  graphql: GraphqlClient,
  name: RepositoryName,
  day: CivilDate,
): Promise<StartIssue[]> {
  const found: StartIssue[] = [];
  let after = null as string | null;
  for (;;) {
    const { nodes, pageInfo } = (await newestRuns(graphql, name, after)).issues;
    const recent = nodes.filter(({ createdAt }) => createdAt.slice(0, 10) >= day);
    found.push(
      ...recent.map(({ number, state, body, author, viewerDidAuthor, createdAt, subIssuesSummary }) => ({
        number,
        isOpen: state === "OPEN",
        body,
        author: author?.login ?? "",
        isOurs: viewerDidAuthor,
        createdAt,
        hasSteps: subIssuesSummary.total > 0,
      })),
    );
    if (!pageInfo.hasNextPage || recent.length < nodes.length) return found;
    after = pageInfo.endCursor;
  }
}

/** Opens the start issue of a process that repeats; gives its number. Throws when GitHub makes none. */
export async function openScheduledStart(
  graphql: GraphqlClient,
  name: RepositoryName,
  start: ScheduledStart,
  seal: Seal | undefined,
): Promise<number> {
  const repository = await labelled(graphql, name);
  const assignees = await idsOf(graphql, name, start.people);
  const input = {
    repositoryId: repository.id,
    title: start.title,
    // The number of an issue is not known before it is made.
    body: sealNotes(start.body, { repository: repository.databaseId, issue: 0 }, seal),
    ...(repository.label && { labelIds: [repository.label.id] }),
    ...(assignees.length > 0 && { assigneeIds: assignees }),
  };
  const data = await graphql<MutationData>(mutationDocument([mutationFields.createIssue]), { input0: input });
  const number = data["mutation0"]?.issue?.number;
  if (number === undefined) throw new Error(`GitHub made no issue for “${start.title}”.`);
  return number;
}

/** The repository, with the label that runs are listed by: a start without it would not be seen by another sweep. */
async function labelled(graphql: GraphqlClient, name: RepositoryName): Promise<NewestRuns> {
  const repository = await newestRuns(graphql, name, null);
  if (repository.label) return repository;
  const { color, description } = labels.run;
  const input0 = { repositoryId: repository.id, name: runLabel, color, description };
  const refused = await graphql<MutationData>(mutationDocument([mutationFields.createLabel]), {
    input0,
  }).then(
    () => undefined,
    (error: unknown) => error,
  );
  // Somebody else may have made it a moment before.
  const again = await newestRuns(graphql, name, null);
  if (!again.label) throw refused ?? new Error(`GitHub made no label ${runLabel}.`);
  return again;
}

async function newestRuns(
  graphql: GraphqlClient,
  name: RepositoryName,
  after: string | null,
): Promise<NewestRuns> {
  const { repository } = await graphql<NewestRunsData>(newestRunsDocument, {
    ...name,
    label: runLabel,
    after,
  });
  if (!repository) throw new Error(`The repository ${name.owner}/${name.name} cannot be read.`);
  return repository;
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
