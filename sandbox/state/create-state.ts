import { defaultIssueFields, defaultIssueTypes, defaultLabels } from "./defaults.ts";
import { nextId } from "./next-id.ts";
import { nodeId } from "./node-id.ts";
import type { Account, GitHubState, Instant, Permission } from "./types.ts";

export interface StateOptions {
  /** "acme/handbook" */
  readonly repository: string;
  readonly ownerType: "Organization" | "User";
  readonly visibility: "public" | "private";
  readonly users: readonly { login: string; name: string; permission: Permission }[];
  readonly organisationFeatures: { issueTypes: boolean; issueFields: boolean };
  readonly appSlug: string;
  readonly appPermissions: Readonly<Record<string, "read" | "write">>;
}

const loginPattern = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/;
const namePattern = /^[A-Za-z0-9._-]{1,100}$/;

/**
 * A GitHub with one repository, its people, and one installed App, at the instant `now`.
 * Ids are given in a fixed order, so that two sandboxes with the same options agree on them.
 * Throws when a name could not exist on GitHub.
 */
export function createState(options: StateOptions, now: Instant): GitHubState {
  const [ownerLogin = "", name = ""] = options.repository.split("/");
  if (!loginPattern.test(ownerLogin) || !namePattern.test(name))
    throw new Error(`Unexpected repository "${options.repository}", expected OWNER/NAME; change the option.`);

  const counters = { counters: { id: 1000, number: 0, tick: 0 } };
  const accounts = new Map<string, Account>();
  const addAccount = (login: string, displayName: string, type: Account["type"]) => {
    const id = nextId(counters);
    const kind = type === "Organization" ? "organization" : type === "Bot" ? "bot" : "account";
    const account = { id, nodeId: nodeId(kind, id), login, name: displayName, type, createdAt: now };
    if (accounts.has(login.toLowerCase()))
      throw new Error(`Unexpected second user "${login}", expected every login once; remove one.`);
    accounts.set(login.toLowerCase(), account);
    return account;
  };

  const permissions = new Map<string, Permission>();
  for (const user of options.users) {
    if (!loginPattern.test(user.login))
      throw new Error(
        `Unexpected login "${user.login}", expected letters, digits and hyphens; rename the user.`,
      );
    addAccount(user.login, user.name, "User");
    permissions.set(user.login.toLowerCase(), user.permission);
  }
  const owner =
    accounts.get(ownerLogin.toLowerCase()) ?? addAccount(ownerLogin, ownerLogin, options.ownerType);
  if (options.ownerType === "User") permissions.set(ownerLogin.toLowerCase(), "admin");
  const bot = addAccount(`${options.appSlug}[bot]`, options.appSlug, "Bot");
  permissions.set(bot.login.toLowerCase(), "write");
  const actionsBot = addAccount("github-actions[bot]", "github-actions", "Bot");
  permissions.set(actionsBot.login.toLowerCase(), "write");

  const id = nextId(counters);
  const repository = {
    id,
    nodeId: nodeId("repository", id),
    owner,
    name,
    fullName: `${owner.login}/${name}`,
    visibility: options.visibility,
    defaultBranch: "main",
    createdAt: now,
  };
  const appId = nextId(counters);
  const app = {
    id: appId,
    nodeId: nodeId("app", appId),
    slug: options.appSlug,
    installationId: nextId(counters),
    bot,
    permissions: options.appPermissions,
    createdAt: now,
  };

  // Types and fields belong to organisations; a personal account has none.
  // https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/managing-issue-fields-in-your-organization
  const inOrganisation = owner.type === "Organization";
  const { issueTypes, issueFields } = options.organisationFeatures;
  const ids = () => nextId(counters);
  return {
    ...counters,
    repository,
    app,
    accounts,
    permissions,
    labels: defaultLabels(ids, now),
    issueTypes: inOrganisation && issueTypes ? defaultIssueTypes(ids, now) : [],
    issueFields: inOrganisation && issueFields ? defaultIssueFields(ids, now) : [],
    issues: new Map(),
    deletedNumbers: new Set(),
    lastAdditions: new Map(),
    commits: [],
    branches: new Map(),
    checkRuns: [],
    notifications: [],
    listeners: [],
  };
}
