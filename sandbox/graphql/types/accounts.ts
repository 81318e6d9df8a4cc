import { allows, isInside } from "../../state/permissions.ts";
import type { Account } from "../../state/types.ts";
import { pathOf } from "../../urls.ts";
import { nodeConnection } from "../connection.ts";
import { defineType, type GraphqlContext } from "../define-type.ts";
import { GraphqlRefusal } from "../graphql-refusal.ts";

const actorFields = {
  id: (account: Account) => account.nodeId,
  databaseId: (account: Account) => account.id,
  login: (account: Account) => account.login,
  name: (account: Account) => account.name,
  url: (account: Account, _args: unknown, { urls }: GraphqlContext) => urls.account(account),
  resourcePath: (account: Account, _args: unknown, { urls }: GraphqlContext) => pathOf(urls.account(account)),
  avatarUrl: (account: Account, _args: unknown, { urls }: GraphqlContext) =>
    urls.web(`/sandbox/avatars/${account.id}.svg`),
  createdAt: (account: Account) => account.createdAt,
  updatedAt: (account: Account) => account.createdAt,
};

export const userType = defineType<Account>({
  ...actorFields,
  email: () => "",
  isViewer: (account, _args, { act }) => account.id === act.actor.account.id,
  repository: repositoryOf,
});

/** GraphQL leaves out the "[bot]" that REST puts behind a bot's login. */
export const botType = defineType<Account>({
  ...actorFields,
  login: (account) => account.login.replace("[bot]", ""),
});

export const organizationType = defineType<Account>({
  ...actorFields,
  description: () => null,
  repository: repositoryOf,
  membersWithRole: (_account, args, { act }) => {
    const members = [...act.state.accounts.values()].filter(
      (account) => account.type === "User" && isInside(act.state, account),
    );
    return nodeConnection("membersWithRole", members, args);
  },
  issueTypes: (_account, args, context) => {
    checkOrganisationAccess(context);
    return nodeConnection("issueTypes", context.act.state.issueTypes, args);
  },
  issueFields: (_account, args, context) => {
    checkOrganisationAccess(context);
    return nodeConnection("issueFields", context.act.state.issueFields, args);
  },
});

/** The token of an Actions job reaches its repository only: https://docs.github.com/actions/concepts/security/github_token */
function checkOrganisationAccess({ act }: GraphqlContext): void {
  if (act.actor.kind === "actions" || !isInside(act.state, act.actor.account))
    throw new GraphqlRefusal("FORBIDDEN", "Resource not accessible by integration");
}

function repositoryOf(account: Account, { name }: { name?: string }, { act }: GraphqlContext): unknown {
  const { repository } = act.state;
  const isIt = repository.owner.id === account.id && repository.name === name;
  return isIt && allows(act.actor.permission, "read") ? repository : null;
}
