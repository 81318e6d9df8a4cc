import type { Stake } from "../change/index.ts";
import { isSamePerson } from "../run/index.ts";
import { joinMarkdown, type Markdown, md, mention, personName, text } from "../text/index.ts";
import { type Awaited, awaitedOwners, holdersOf } from "./agreement.ts";
import type { ProposedMerge } from "./proposed-merge.ts";

const words = text.pullRequest;
/** More people than this are named without being told, and more roles than this are only counted. */
const mostTold = 10;
const mostRoles = 20;
/** So many steps, processes and people of one role are named; of more it is told how many there are. */
const mostNamed = 8;

/**
 * Who should say whether the change is fine with them, and who has. Only people whom roles.yml of the branch it is for names are
 * told: else anybody could have the bot call anybody. Those whom GitHub tells are named.
 */
export function agreementPart(
  observed: ProposedMerge,
  stakes: readonly Stake[],
  toldByGitHub: readonly string[],
): Markdown {
  if (stakes.length === 0) return md``;
  const { current, after, agreed, headSha } = observed;
  const told = new Set<string>(toldByGitHub);
  let mentioned = 0;
  const nameOf = (login: string) => {
    const isKnown = [...current.handbook.roles.values()].some(({ people }) => people.includes(login));
    if (isSamePerson(login, observed.author)) return words.opener(login);
    if (!isKnown || told.has(login) || mentioned >= mostTold) return personName(login);
    told.add(login);
    mentioned += 1;
    return mention(login);
  };
  const lines = stakes.slice(0, mostRoles).map(({ role, owns, gets, isHeldByOthers }) => {
    const known = current.handbook.roles.has(role) ? current.handbook.roles : after.handbook.roles;
    return words.stake(titleOf(role, observed), first(known.get(role)?.people ?? [], nameOf), {
      owns: first(owns, same),
      gets: first(gets, same),
      isHeldByOthers,
    });
  });
  const more = stakes.length > mostRoles ? [words.moreStakes(stakes.length - mostRoles)] : [];
  const awaited = awaitedOwners(observed, stakes);
  return joinMarkdown(
    [
      words.agreeHeading,
      joinMarkdown([...lines, ...more], "\n"),
      agreed.length > 0 ? words.agreed(agreed, headSha) : md``,
      awaited.length > 0 ? words.waitsFor(awaited.map(({ role }) => titleOf(role, observed))) : md``,
      whyNotYet(awaited, observed),
      words.howToAgree,
    ],
    "\n\n",
  );
}

const same = <T>(one: T): T => one;

function first<T, U>(all: readonly T[], show: (one: T) => U): { named: readonly U[]; more: number } {
  const named = all.slice(0, mostNamed).map(show);
  return { named, more: all.length - named.length };
}

/**
 * Why what somebody agreed to earlier is not enough: the pull request was for another branch then, or whoever looks after it has
 * opened it with other commits. Nothing where nobody is awaited, or neither is so.
 */
export function whyNotYet(
  awaited: readonly Awaited[],
  { retargetedAt, baseBranch }: ProposedMerge,
): Markdown {
  if (awaited.length > 0 && retargetedAt !== undefined) return words.pointedElsewhere(baseBranch);
  const opener = awaited.find((owners) => owners.opener !== undefined)?.opener;
  return opener === undefined ? md`` : words.openedOtherwise(opener.login, opener.openedWith);
}

/** What a role is called where the change would go, else by the change itself. */
export function titleOf(role: string, { current, after }: ProposedMerge): string {
  return (current.handbook.roles.get(role) ?? after.handbook.roles.get(role))?.title ?? role;
}

/** The people of a role that has to agree, as one line of plain text for the title of a check. */
export function awaitedTitle(awaited: readonly Awaited[], observed: ProposedMerge): string | undefined {
  if (awaited.length === 0) return undefined;
  return words.waitingFor(
    awaited.map(({ role }) => ({
      role: titleOf(role, observed),
      people: holdersOf(role, observed.current.handbook.roles).slice(0, 3),
    })),
  );
}
