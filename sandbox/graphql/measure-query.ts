import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from "graphql";

/** How much a query asks for, counted as GitHub does: from `first` and `last` alone, as if every page were full. */
export interface QuerySize {
  /** https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#node-limit */
  readonly nodes: number;
  /**
   * The requests it would take to fill each connection. What it costs in points is a hundredth of them, at least one:
   * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#predicting-the-point-value-of-a-query
   */
  readonly points: number;
}

interface Count {
  readonly nodes: number;
  readonly requests: number;
}

const nothing: Count = { nodes: 0, requests: 0 };

export function measureQuery(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): QuerySize {
  const key = JSON.stringify(Object.entries(variables).map(([name, value]) => [name, sizeOf(value)]));
  const measured = known.get(operation) ?? new Map<string, QuerySize>();
  known.set(operation, measured);
  const before = measured.get(key);
  if (before) return before;
  const size = measure(document, operation, variables);
  if (measured.size >= mostKnown) measured.clear();
  measured.set(key, size);
  return size;
}

/** Clients send the same few documents again and again, with the same sizes. */
const known = new WeakMap<OperationDefinitionNode, Map<string, QuerySize>>();
const mostKnown = 100;

/** What of a variable can count. */
function sizeOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return Array.isArray(value) ? value.length : undefined;
}

function measure(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): QuerySize {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  // Each fragment is counted once, so fragments that double each other take no longer than their length.
  const counts = new Map<string, Count>();
  const { nodes, requests } = countOf(operation.selectionSet);
  return { nodes, points: Math.max(1, Math.round(requests / 100)) };

  function countOf(selections: SelectionSetNode | undefined): Count {
    let sum = nothing;
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        const inside = countOf(selection.selectionSet);
        const args = selection.arguments ?? [];
        const size = numberIn(args, "first") ?? numberIn(args, "last");
        // What is asked for by a list of ids is no connection; what is below it is asked for once an id.
        const times = size ?? (selection.name.value === "nodes" ? lengthIn(args, "ids") : undefined) ?? 1;
        sum = {
          nodes: sum.nodes + (size ?? 0) + times * inside.nodes,
          requests: sum.requests + (size === undefined ? 0 : 1) + times * inside.requests,
        };
      } else {
        const inside =
          selection.kind === Kind.INLINE_FRAGMENT
            ? countOf(selection.selectionSet)
            : countOfFragment(selection.name.value);
        sum = { nodes: sum.nodes + inside.nodes, requests: sum.requests + inside.requests };
      }
    }
    return sum;
  }

  function countOfFragment(name: string): Count {
    const known = counts.get(name);
    if (known) return known;
    counts.set(name, nothing);
    const count = countOf(fragments.get(name)?.selectionSet);
    counts.set(name, count);
    return count;
  }

  function numberIn(args: Arguments, name: string): number | undefined {
    const value = args.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.INT) return Number(value.value);
    const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
    return typeof given === "number" ? given : undefined;
  }

  function lengthIn(args: Arguments, name: string): number | undefined {
    const value = args.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.LIST) return value.values.length;
    const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
    return Array.isArray(given) ? given.length : undefined;
  }
}

type Arguments = NonNullable<
  Extract<SelectionSetNode["selections"][number], { kind: Kind.FIELD }>["arguments"]
>;
