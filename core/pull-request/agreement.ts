import type { Stake } from "../change/index.ts";
import type { Handbook, RoleId } from "../definition/index.ts";
import { parseCommands } from "../run/index.ts";
import type { ObservedPullRequest, PullRequestComment } from "./observed-pull-request.ts";

/** Whether a comment holds `/agree` as a command. */
export function agrees(body: string): boolean {
  return parseCommands(body).commands.some(({ word }) => word === "agree");
}

/** Of more people than this nobody asks GitHub what they may do. */
const mostAsked = 20;

/**
 * Who wrote `/agree` since the bot's first check of the newest commit began, by login, oldest first: an agreement is to the
 * commit that was there to be read. Comments that were edited do not count, since others may edit them. Nobody before there is
 * a check.
 */
export function agreedSince(
  comments: readonly PullRequestComment[],
  firstCheckAt: string | undefined,
): readonly string[] {
  if (firstCheckAt === undefined) return [];
  const agreeing = comments.filter(
    ({ createdAt, isEdited, body }) => !isEdited && createdAt > firstCheckAt && agrees(body),
  );
  return [...new Set(agreeing.map(({ author }) => author))].slice(0, mostAsked);
}

/** A role whose people have to agree, and have not. */
export interface Awaited {
  readonly role: RoleId;
  readonly people: readonly string[];
}

/**
 * The owners whose agreement a change waits for: one of the role's people or deputies, as roles.yml named them before the change, has
 * to have proposed it or agreed to its newest commit. Empty where handbook.yml did not ask for that, or a role has nobody.
 */
export function awaitedOwners(
  { before, author, agreed }: ObservedPullRequest,
  stakes: readonly Stake[],
): Awaited[] {
  const { config, roles } = before.handbook;
  if (!config.changes.ownerApproval) return [];
  return stakes.flatMap(({ role, owns }) => {
    const people = [...holdersOf(role, roles)];
    const isAgreed = people.some((person) => [author, ...agreed].some((login) => isSame(login, person)));
    return owns.length === 0 || people.length === 0 || isAgreed ? [] : [{ role, people }];
  });
}

/** Everybody of a role, deputies last. */
export function holdersOf(role: RoleId, roles: Handbook["roles"]): readonly string[] {
  const { people = [], deputies = [] } = roles.get(role) ?? {};
  return [...people, ...deputies];
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
