import { allows } from "../../state/permissions.ts";
import type { Account } from "../../state/types.ts";
import { defineType, type GraphqlContext } from "../define-type.ts";
import { findNode } from "../find-node.ts";
import { GraphqlRefusal } from "../graphql-refusal.ts";

export const queryType = defineType<unknown>({
  viewer: (_root, _args, { act }) => act.actor.account,
  repository: (_root, { owner = "", name = "" }, context) => {
    const { repository } = context.act.state;
    const asked = `${owner}/${name}`;
    if (asked.toLowerCase() !== repository.fullName.toLowerCase() || !mayRead(context))
      throw new GraphqlRefusal("NOT_FOUND", `Could not resolve to a Repository with the name '${asked}'.`);
    return repository;
  },
  user: (_root, args, context) => findAccount(context, args.login ?? "", "User", "a User"),
  organization: (_root, args, context) =>
    findAccount(context, args.login ?? "", "Organization", "an Organization"),
  repositoryOwner: (_root, { login }, { act }) => {
    const account = act.state.accounts.get((login ?? "").toLowerCase());
    return account?.type === "Bot" ? null : (account ?? null);
  },
  node: (_root, { id = "" }, context) => nodeById(context, id),
  nodes: (_root, { ids = [] }, context) => ids.map((id) => nodeById(context, id)),
  rateLimit: (_root, _args, { rateLimit }) => ({ ...rateLimit, nodeCount: 0 }),
});

function mayRead({ act }: GraphqlContext): boolean {
  return allows(act.actor.permission, "read");
}

function findAccount(
  context: GraphqlContext,
  login: string,
  type: Account["type"],
  article: string,
): Account {
  const account = context.act.state.accounts.get(login.toLowerCase());
  if (account?.type === type) return account;
  throw new GraphqlRefusal("NOT_FOUND", `Could not resolve to ${article} with the login of '${login}'.`);
}

// A list of ids answers null where one leads nowhere, and tells which; graphql-js does that for a thrown error.
function nodeById(context: GraphqlContext, id: string): unknown {
  const node = mayRead(context) ? findNode(context.act.state, id) : undefined;
  if (node === undefined)
    return new GraphqlRefusal("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
  return node;
}
