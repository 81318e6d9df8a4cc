import type { Stake } from "../change/index.ts";
import type { Handbook, RoleId } from "../definition/index.ts";
import { isSamePerson, parseCommands } from "../run/index.ts";
import type { PullRequestComment } from "./observed-pull-request.ts";
import type { ProposedMerge } from "./proposed-merge.ts";

/** Whether a comment holds `/agree` as a command. */
export function agrees(body: string): boolean {
  return parseCommands(body).commands.some(({ word }) => word === "agree");
}

/** Of more people than this nobody asks GitHub what they may do. */
const mostAsked = 20;

/** Since when the newest commit is there to be read, beside the branch that it is for. */
export interface ReadableSince {
  /** When the bot's first check of it began. */
  readonly firstCheckAt: string | undefined;
  /** Number of the newest comment when it last became the newest commit; nothing where the bot has not said what it means. */
  readonly after: number | undefined;
  /** When the branch that it is for was last changed; nothing where it never was. */
  readonly retargetedAt?: string | undefined;
}

/**
 * Who wrote `/agree` since the newest commit is there to be read, by login, oldest first. A branch may be put back to a commit that it
 * had before: what was said meanwhile is about another one. Comments that were edited do not count, since others may edit them.
 * Nobody before the bot has said what the commit means, and nobody before it was for its present branch: beside another one it meant something else.
 */
export function agreedSince(
  comments: readonly PullRequestComment[],
  { firstCheckAt, after, retargetedAt = "" }: ReadableSince,
): readonly string[] {
  if (firstCheckAt === undefined || after === undefined) return [];
  const agreeing = comments.filter(
    ({ id, createdAt, isEdited, body }) =>
      !isEdited && id > after && createdAt > firstCheckAt && createdAt > retargetedAt && agrees(body),
  );
  return [...new Set(agreeing.map(({ author }) => author))].slice(0, mostAsked);
}

/** A role whose people have to agree, and have not. */
export interface Awaited {
  readonly role: RoleId;
  readonly people: readonly string[];
  /** Whether one of them opened the pull request, with another commit or nobody knows which. */
  readonly opener?: { readonly login: string; readonly openedWith: string | undefined } | undefined;
}

/**
 * The owners whose agreement a change waits for: one of the role's people or deputies, as roles.yml of the branch it is for names them, has
 * to have opened it with its newest commit, and for that branch, or agreed to that. Empty where handbook.yml there does not ask for that, or a role has nobody.
 */
export function awaitedOwners(
  { current, author, agreed, openedWith, headSha, retargetedAt }: ProposedMerge,
  stakes: readonly Stake[],
): Awaited[] {
  const { config, roles } = current.handbook;
  if (!config.changes.ownerApproval) return [];
  const isAsOpened = openedWith === headSha && retargetedAt === undefined;
  const agreeing = isAsOpened ? [author, ...agreed] : agreed;
  return stakes.flatMap(({ role, owns }) => {
    const people = [...holdersOf(role, roles)];
    const isAgreed = people.some((person) => agreeing.some((login) => isSamePerson(login, person)));
    if (owns.length === 0 || people.length === 0 || isAgreed) return [];
    const isOpener = people.some((person) => isSamePerson(person, author));
    return [{ role, people, opener: isOpener ? { login: author, openedWith } : undefined }];
  });
}

/** Everybody of a role, deputies last. */
export function holdersOf(role: RoleId, roles: Handbook["roles"]): readonly string[] {
  const { people = [], deputies = [] } = roles.get(role) ?? {};
  return [...people, ...deputies];
}
