import type { Account } from "../state/types.ts";
import type { View, ViewContext } from "./view-context.ts";

/** An organisation as webhooks carry it. */
export function viewOrganization(account: Account, { urls }: ViewContext): View {
  const url = urls.api(`/orgs/${account.login}`);
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: urls.web(`/sandbox/avatars/${account.id}.svg`),
    description: null,
  };
}
