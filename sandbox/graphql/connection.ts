import { GraphqlRefusal } from "./graphql-refusal.ts";

const maximumPageSize = 100;

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

export interface Connection<Item> {
  readonly nodes: readonly Item[];
  readonly edges: readonly { readonly node: Item; readonly cursor: string }[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/**
 * One page of `items`, as GitHub pages: `first` or `last` is required, each from 1 to 100. Cursors name items and
 * not positions, so a page stays right while items are added. `keyOf` must be unique among the items.
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
export function connection<Item>(
  name: string,
  items: readonly Item[],
  args: PageArguments,
  keyOf: (item: Item) => string,
): Connection<Item> {
  checkBoundaries(name, args);
  const cursorOf = (item: Item) => Buffer.from(`cursor:v2:${keyOf(item)}`).toString("base64");
  const find = (cursor: string) => {
    const at = items.findIndex((item) => cursorOf(item) === cursor);
    if (at === -1)
      throw new GraphqlRefusal(
        "INVALID_CURSOR_ARGUMENTS",
        `\`${cursor}\` does not appear to be a valid cursor.`,
      );
    return at;
  };
  let from = args.after ? find(args.after) + 1 : 0;
  let to = args.before ? find(args.before) : items.length;
  if (args.first != null) to = Math.min(to, from + args.first);
  else if (args.last != null) from = Math.max(from, to - args.last);

  const nodes = items.slice(from, to);
  const cursorOrNull = (item: Item | undefined) => (item === undefined ? null : cursorOf(item));
  return {
    nodes,
    totalCount: items.length,
    // Few ask for cursors, and naming items takes its time.
    get edges() {
      return nodes.map((node) => ({ node, cursor: cursorOf(node) }));
    },
    get pageInfo() {
      return {
        hasNextPage: to < items.length,
        hasPreviousPage: from > 0,
        get startCursor() {
          return cursorOrNull(nodes[0]);
        },
        get endCursor() {
          return cursorOrNull(nodes.at(-1));
        },
      };
    },
  };
}

/** The page of a list whose items carry node ids. */
export function nodeConnection<Item extends { readonly nodeId: string }>(
  name: string,
  items: readonly Item[],
  args: PageArguments,
): Connection<Item> {
  return connection(name, items, args, (item) => item.nodeId);
}

function checkBoundaries(name: string, { first, last }: PageArguments): void {
  if (first == null && last == null)
    throw new GraphqlRefusal(
      "MISSING_PAGINATION_BOUNDARIES",
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  if (first != null && last != null)
    throw new GraphqlRefusal(
      "UNPROCESSABLE",
      `Passing both \`first\` and \`last\` to paginate the \`${name}\` connection is not supported.`,
    );
  checkSize(name, "first", first);
  checkSize(name, "last", last);
}

function checkSize(name: string, bound: "first" | "last", size: number | null | undefined): void {
  if (size == null) return;
  if (size < 1)
    throw new GraphqlRefusal(
      "INVALID_PAGINATION_BOUNDARIES",
      `\`${bound}\` on the \`${name}\` connection cannot be less than 1.`,
    );
  if (size > maximumPageSize)
    throw new GraphqlRefusal(
      "EXCESSIVE_PAGINATION",
      `Requesting ${size} records on the \`${name}\` connection exceeds the \`${bound}\` limit of ${maximumPageSize} records.`,
    );
}
