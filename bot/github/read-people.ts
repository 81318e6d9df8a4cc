import type { ObservedPeople, PeopleOfConcern, Permission } from "../../core/run/index.ts";
import { peopleDocument } from "./documents/read-people.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import type { GitHubObservation, RepositoryName } from "./observe-run.ts";
import type { PeopleData } from "./response-types.ts";

/**
 * The facts about people that a decision needs, added to those an observation brought. No request when it brought
 * them all, and one for fifty people otherwise. Ids of people who can be assigned are put into the observation's ids.
 */
export async function readPeople(
  graphql: GraphqlClient,
  { owner, name }: RepositoryName,
  observation: {
    readonly ids: Pick<GitHubObservation["ids"], "users">;
    readonly knowsEveryone: boolean;
    readonly askedFor?: ReadonlySet<string>;
  },
  concern: PeopleOfConcern,
): Promise<ObservedPeople> {
  const known = observation.ids.users;
  const { knowsEveryone, askedFor } = observation;
  const unclear = knowsEveryone
    ? []
    : concern.assignable.filter((login) => !known.has(login) && !askedFor?.has(login));
  const isAssignable = new Map(
    [...concern.assignable, ...known.keys()].map((login) => [login, known.has(login)] as const),
  );
  const permissions = new Map<string, Permission>();
  for (const { asked, unsure } of inParts(concern.permissions, unclear)) {
    const variables = {
      ...Object.fromEntries(asked.map((login, index) => [`permission${index}`, login])),
      ...Object.fromEntries(unsure.map((login, index) => [`assignable${index}`, login])),
    };
    const document = peopleDocument(asked.length, unsure.length);
    const { repository } = await graphql<PeopleData>(document, { owner, name, ...variables });
    for (const [index, login] of asked.entries()) {
      permissions.set(login, permissionIn(repository?.[`permission${index}`], login));
    }
    for (const [index, login] of unsure.entries()) {
      const answer = repository?.[`assignable${index}`];
      const user =
        answer && "nodes" in answer
          ? answer.nodes.find((node) => node.login.toLowerCase() === login)
          : undefined;
      if (user) {
        isAssignable.set(login, true);
        observation.ids.users.set(login, user);
      }
    }
  }
  const accounts = new Map(
    [...known].flatMap(([login, { databaseId }]) => (databaseId === null ? [] : [[login, databaseId]])),
  );
  return { isAssignable, permissions, accounts };
}

/** GitHub refuses a document that asks too much at once; many comments in one look may name many people. */
const mostInDocument = 100;

/** The look-ups, so many at a time; nothing when there are none. */
function inParts(
  permissions: readonly string[],
  assignable: readonly string[],
): { readonly asked: readonly string[]; readonly unsure: readonly string[] }[] {
  const half = mostInDocument / 2;
  const parts = Math.ceil(Math.max(permissions.length, assignable.length) / half);
  return Array.from({ length: parts }, (_, part) => ({
    asked: permissions.slice(part * half, (part + 1) * half),
    unsure: assignable.slice(part * half, (part + 1) * half),
  }));
}

/** Asks whether people that many runs concern can be assigned, and notes it with each of the observations. */
export async function readPeopleAhead(
  graphql: GraphqlClient,
  name: RepositoryName,
  observations: readonly GitHubObservation[],
  assignable: readonly string[],
): Promise<void> {
  const [first] = observations;
  if (!first || first.knowsEveryone) return;
  const unclear = [...new Set(assignable)].filter((login) => !first.ids.users.has(login));
  if (unclear.length > 0) await readPeople(graphql, name, first, { assignable: unclear, permissions: [] });
  for (const { ids, askedFor } of observations) {
    for (const login of unclear) {
      askedFor.add(login);
      const id = first.ids.users.get(login);
      if (id !== undefined) ids.users.set(login, id);
    }
  }
}

function permissionIn(answer: PeopleDataEntry, login: string): Permission {
  const edge =
    answer && "edges" in answer
      ? answer.edges.find(({ node }) => node.login.toLowerCase() === login)
      : undefined;
  return (edge?.permission.toLowerCase() as Permission | undefined) ?? "none";
}

type PeopleDataEntry = NonNullable<PeopleData["repository"]>[string] | undefined;
