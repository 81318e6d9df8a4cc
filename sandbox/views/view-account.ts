import type { Account } from "../state/types.ts";
import type { View, ViewContext } from "./view-context.ts";

/** GitHub's "simple user", for people, organisations and bots. */
export function viewAccount(account: Account, { urls }: ViewContext): View {
  const url = urls.api(`/users/${encodeURIComponent(account.login)}`);
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    avatar_url: urls.web(`/sandbox/avatars/${account.id}.svg`),
    gravatar_id: "",
    url,
    html_url: urls.account(account),
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.type,
    user_view_type: "public",
    site_admin: false,
  };
}

/** The long form that `GET /users/{login}` answers. */
export function viewProfile(account: Account, context: ViewContext): View {
  return {
    ...viewAccount(account, context),
    name: account.name,
    company: null,
    blog: "",
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: account.createdAt,
    updated_at: account.createdAt,
  };
}
