import { Kind, type OperationDefinitionNode, parse } from "graphql";
import { expect, test } from "vitest";
import { measureQuery } from "../../sandbox/graphql/measure-query.ts";

// The first is the example of GitHub's documentation: 5,101 requests, 51 points.
test.each([
  [
    "the documentation's example",
    "{ viewer { repositories(first: 100) { nodes { issues(first: 50) { nodes { labels(first: 60) { nodes { id } } } } } } } }",
    {},
    305_100,
    51,
  ],
  ["no connection at all costs a point", "{ viewer { login } }", {}, 0, 1],
  [
    "a size that is a variable",
    "query ($n: Int) { viewer { repositories(first: $n) { nodes { issues(last: 10) { totalCount } } } } }",
    { n: 100 },
    1100,
    1,
  ],
  [
    "a list of ids counts each, and is no connection",
    "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Issue { labels(first: 5) { nodes { id } } comments(first: 1) { totalCount } } } }",
    { ids: Array.from({ length: 200 }, String) },
    1200,
    4,
  ],
  [
    "a fragment counts wherever it is spread",
    "{ a: viewer { ...F } b: viewer { ...F } } fragment F on User { repositories(first: 100) { nodes { issues(first: 1) { totalCount } } } }",
    {},
    400,
    2,
  ],
])("%s", (_, query, variables, nodes, points) => {
  const document = parse(query);
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  expect(operation && measureQuery(document, operation, variables)).toEqual({ nodes, points });
});
