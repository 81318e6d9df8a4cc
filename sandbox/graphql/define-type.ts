import type { Act, Commit } from "../state/types.ts";
import type { Urls } from "../urls.ts";
import type { Strikes } from "./create-strikes.ts";

/** What every resolver may use: the request's act on the state, addresses, and the default branch. */
export interface GraphqlContext {
  readonly act: Act;
  readonly urls: Urls;
  /** HEAD, after looking whether the files changed. */
  readonly head: () => Promise<Commit>;
  /** What the whole query costs, for `rateLimit`. */
  readonly rateLimit: { limit: number; remaining: number; used: number; resetAt: string; cost: number };
  readonly strikes: Strikes;
}

/** The arguments of the modelled fields; the schema has checked their types before a resolver sees them. */
export interface Arguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly login?: string | null;
  readonly owner?: string;
  readonly name?: string;
  readonly number?: number;
  readonly query?: string | null;
  readonly expression?: string | null;
  readonly oid?: string | null;
  readonly path?: string | null;
  readonly qualifiedName?: string;
  readonly headRefName?: string | null;
  readonly baseRefName?: string | null;
  readonly since?: string | null;
  readonly until?: string | null;
  readonly states?: readonly string[] | null;
  readonly labels?: readonly string[] | null;
  readonly itemTypes?: readonly string[] | null;
  readonly skip?: number | null;
  readonly size?: number | null;
  readonly filterBy?: IssueFilters | null;
  readonly orderBy?: { readonly field: string; readonly direction: "ASC" | "DESC" } | null;
}

export interface IssueFilters {
  readonly assignee?: string | null;
  readonly createdBy?: string | null;
  readonly labels?: readonly string[] | null;
  readonly since?: string | null;
  readonly states?: readonly string[] | null;
}

export type FieldResolver = (source: unknown, args: unknown, context: GraphqlContext) => unknown;
export type TypeResolvers = Readonly<Record<string, FieldResolver>>;

type Fields<Source> = Record<string, (source: Source, args: Arguments, context: GraphqlContext) => unknown>;

/** The resolvers of one GraphQL type whose objects are `Source` records of the state. */
export function defineType<Source>(fields: Fields<Source>): TypeResolvers {
  return fields as unknown as TypeResolvers;
}

/** A mutation: takes its input and returns the payload's fields; `clientMutationId` is echoed for it. */
export function defineMutation<Input>(
  perform: (input: Input, context: GraphqlContext) => object | Promise<object>,
): FieldResolver {
  return async (_source, args, context) => {
    const { input } = args as { input: Input & { clientMutationId?: string | null } };
    const payload = await perform(input, context);
    return { ...payload, clientMutationId: input.clientMutationId ?? null };
  };
}
