import { viewAccount } from "./view-account.ts";
import type { View, ViewContext } from "./view-context.ts";

const appEvents = [
  "issues",
  "issue_comment",
  "sub_issues",
  "issue_dependencies",
  "label",
  "push",
  "pull_request",
] as const;

// GitHub's description of webhooks lists the events an App may name here, and the two newest are not among them.
const describedEvents = ["issues", "issue_comment", "label", "push"] as const;

export function viewApp(context: ViewContext): View {
  const { app, repository } = context.state;
  return {
    id: app.id,
    slug: app.slug,
    node_id: app.nodeId,
    client_id: `Iv1.sandbox${app.id}`,
    owner: viewAccount(repository.owner, context),
    name: app.slug,
    description: null,
    external_url: context.urls.web(`/apps/${app.slug}`),
    html_url: context.urls.web(`/apps/${app.slug}`),
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: describedEvents,
  };
}

export function viewInstallation(context: ViewContext): View {
  const { app, repository } = context.state;
  const { owner } = repository;
  const account = viewAccount(owner, context);
  return {
    id: app.installationId,
    // The list of installations is described as if an account were also an enterprise, which has these fields.
    account: {
      ...account,
      name: owner.name,
      slug: owner.login,
      created_at: owner.createdAt,
      updated_at: owner.createdAt,
    },
    repository_selection: "selected",
    access_tokens_url: context.urls.api(`/app/installations/${app.installationId}/access_tokens`),
    repositories_url: context.urls.api("/installation/repositories"),
    html_url: context.urls.web(`/settings/installations/${app.installationId}`),
    app_id: app.id,
    app_slug: app.slug,
    target_id: owner.id,
    target_type: owner.type,
    permissions: app.permissions,
    events: appEvents,
    single_file_name: null,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    suspended_by: null,
    suspended_at: null,
  };
}
