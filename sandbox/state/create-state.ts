import { defaultIssueFields, defaultIssueTypes, defaultLabels } from "./defaults.ts";
import { isLogin } from "./is-login.ts";
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
  readonly appId?: number | undefined;
  readonly appPermissions: Readonly<Record<string, "read" | "write">>;
}

const namePattern = /^[A-Za-z0-9._-]{1,100}$/;

/**
 * A GitHub with one repository, its people, and one installed App, at the instant `now`.
 * Ids are given in a fixed order, so that two sandboxes with the same options agree on them.
 * Throws when a name could not exist on GitHub.
 */
export function createState(options: StateOptions, now: Instant): GitHubState {
  const frame: Frame = { options, now, counters: { id: 1000, number: 0, tick: 0 } };
  const [ownerLogin = "", name = ""] = options.repository.split("/");
  if (!isLogin(ownerLogin) || !namePattern.test(name))
    throw new Error(`Unexpected repository "${options.repository}", expected OWNER/NAME; change the option.`);
  const { accounts, permissions, owner, bot } = everybody(ownerLogin, frame);
  const repository = repositoryOf(owner, name, frame);
  const app = appOf(bot, frame);
  return {
    counters: frame.counters,
    repository,
    app,
    accounts,
    permissions,
    labels: defaultLabels(() => nextId(frame), now),
    ...organisationFeatures(owner, frame),
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

interface Frame extends Pick<GitHubState, "counters"> {
  readonly options: StateOptions;
  readonly now: Instant;
}

/** All accounts, people first, and what each may do. */
function everybody(ownerLogin: string, frame: Frame) {
  const { users, ownerType, appSlug } = frame.options;
  const accounts = new Map<string, Account>();
  const permissions = new Map<string, Permission>();
  const add = (login: string, name: string, type: Account["type"], permission?: Permission) => {
    if (accounts.has(login.toLowerCase()))
      throw new Error(`Unexpected second user "${login}", expected every login once; remove one.`);
    const account = accountOf(login, name, type, frame);
    accounts.set(login.toLowerCase(), account);
    if (permission !== undefined) permissions.set(login.toLowerCase(), permission);
    return account;
  };
  for (const { login, name, permission } of users) {
    if (!isLogin(login))
      throw new Error(`Unexpected login "${login}", expected letters, digits and hyphens; rename the user.`);
    add(login, name, "User", permission);
  }
  const owner = accounts.get(ownerLogin.toLowerCase()) ?? add(ownerLogin, ownerLogin, ownerType);
  if (ownerType === "User") permissions.set(ownerLogin.toLowerCase(), "admin");
  const bot = add(`${appSlug}[bot]`, appSlug, "Bot", "write");
  add("github-actions[bot]", "github-actions", "Bot", "write");
  return { accounts, permissions, owner, bot };
}

function accountOf(login: string, name: string, type: Account["type"], frame: Frame): Account {
  const id = nextId(frame);
  const kind = type === "Organization" ? "organization" : type === "Bot" ? "bot" : "account";
  return { id, nodeId: nodeId(kind, id), login, name, type, createdAt: frame.now };
}

function repositoryOf(owner: Account, name: string, frame: Frame): GitHubState["repository"] {
  const id = nextId(frame);
  return {
    id,
    nodeId: nodeId("repository", id),
    owner,
    name,
    fullName: `${owner.login}/${name}`,
    visibility: frame.options.visibility,
    defaultBranch: "main",
    createdAt: frame.now,
  };
}

function appOf(bot: Account, frame: Frame): GitHubState["app"] {
  const next = nextId(frame);
  const id = frame.options.appId ?? next;
  return {
    id,
    nodeId: nodeId("app", id),
    slug: frame.options.appSlug,
    installationId: nextId(frame),
    bot,
    permissions: frame.options.appPermissions,
    createdAt: frame.now,
  };
}

/**
 * Types and fields belong to organisations; a personal account has none.
 * https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/managing-issue-fields-in-your-organization
 */
function organisationFeatures(owner: Account, frame: Frame): Pick<GitHubState, "issueTypes" | "issueFields"> {
  const { issueTypes, issueFields } = frame.options.organisationFeatures;
  const isOrganisation = owner.type === "Organization";
  const ids = () => nextId(frame);
  return {
    issueTypes: isOrganisation && issueTypes ? defaultIssueTypes(ids, frame.now) : [],
    issueFields: isOrganisation && issueFields ? defaultIssueFields(ids, frame.now) : [],
  };
}
