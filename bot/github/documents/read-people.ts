/** What some people may do here, one alias a person; their logins are variables. */
export function peopleDocument(permissions: number, assignable: number): string {
  const indexes = (count: number) => Array.from({ length: count }, (_, index) => index);
  const variables = [
    ...indexes(permissions).map((index) => `$permission${index}: String!`),
    ...indexes(assignable).map((index) => `$assignable${index}: String!`),
  ];
  const lines = [
    ...indexes(permissions).map(
      (index) =>
        `    permission${index}: collaborators(login: $permission${index}, first: 1) { edges { permission node { login } } }`,
    ),
    ...indexes(assignable).map(
      (index) =>
        `    assignable${index}: assignableUsers(query: $assignable${index}, first: 20) { nodes { id databaseId login } }`,
    ),
  ];
  return `query People($owner: String!, $name: String!, ${variables.join(", ")}) {
  repository(owner: $owner, name: $name) {
${lines.join("\n")}
  }
}`;
}
