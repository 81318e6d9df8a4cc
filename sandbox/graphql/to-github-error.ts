import { type ASTNode, type GraphQLError, Kind } from "graphql";
import { Refusal } from "../state/refusal.ts";
import type { Actor } from "../state/types.ts";
import { GraphqlRefusal } from "./graphql-refusal.ts";

const types = {
  "not-found": "NOT_FOUND",
  forbidden: "FORBIDDEN",
  unprocessable: "UNPROCESSABLE",
  validation: "VALIDATION",
  gone: "NOT_FOUND",
} as const;

/**
 * An error as GitHub writes it: `type` beside `message`, not inside `extensions`. An error that is neither a
 * refusal nor a mistake of the query is our own; it is passed on with its stack's first line to be found.
 */
export function toGithubError(error: GraphQLError, actor?: Actor): object {
  const { message, locations, path, originalError: cause } = error;
  const place = { ...(path !== undefined && { path }), ...(locations !== undefined && { locations }) };
  if (cause instanceof GraphqlRefusal) return { type: cause.type, ...place, message };
  if (cause instanceof Refusal)
    return {
      type: types[cause.kind],
      ...place,
      message: cause.kind === "forbidden" ? forbiddenMessage(actor, error.nodes?.[0]) : message,
    };
  if (cause instanceof Error && cause.name !== "GraphQLError") console.error(cause);
  return { ...place, message };
}

function forbiddenMessage(actor: Actor | undefined, node: ASTNode | undefined): string {
  if (actor?.kind !== "user") return "Resource not accessible by integration";
  const mutation = node?.kind === Kind.FIELD ? node.name.value : "";
  const name = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}`;
  return `${actor.account.login} does not have the correct permissions to execute \`${name}\``;
}
