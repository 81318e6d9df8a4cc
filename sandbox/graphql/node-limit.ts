import {
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

const maximumNodes = 500_000;

/**
 * GitHub refuses a query that could return more than 500,000 nodes, counted from `first` and `last` alone.
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#node-limit
 */
export function checkNodeLimit(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );

  const sizes = new Map<string, number>();
  const total = count(operation.selectionSet);
  if (total <= maximumNodes) return [];
  const message = `This query requests up to ${total} possible nodes which exceeds the maximum limit of ${maximumNodes}.`;
  return [new GraphQLError(message, { nodes: operation })];

  function count(selections: SelectionSetNode | undefined): number {
    let sum = 0;
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        const size = pageSize(selection.arguments ?? []);
        const inside = count(selection.selectionSet);
        sum += size === undefined ? inside : size * (1 + inside);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) sum += count(selection.selectionSet);
      else sum += sizeOfFragment(selection.name.value);
    }
    return sum;
  }

  // Each fragment is counted once, so fragments that double each other cost no more than their length.
  function sizeOfFragment(name: string): number {
    if (!sizes.has(name)) {
      sizes.set(name, 0);
      sizes.set(name, count(fragments.get(name)?.selectionSet));
    }
    return sizes.get(name) ?? 0;
  }

  function pageSize(
    args: readonly { name: { value: string }; value: { kind: Kind; value?: unknown; name?: unknown } }[],
  ) {
    const bound = args.find(({ name }) => name.value === "first" || name.value === "last")?.value;
    if (bound?.kind === Kind.INT) return Number(bound.value);
    if (bound?.kind !== Kind.VARIABLE) return undefined;
    const { value } = bound.name as { value: string };
    const given = variables[value];
    return typeof given === "number" ? given : undefined;
  }
}
