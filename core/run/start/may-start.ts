import type { RunInput } from "../decide.ts";
import { isNamed } from "../people/is-named.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { type Claim, isHere, mayDo, mayWrite, type Standing } from "../rights/index.ts";

/** What a person is to a start that has not begun: of the team, or whoever asked for it. */
export function claimOnStart(person: string, { observed, handbook }: Omit<RunInput, "now">): Claim {
  const { people, run } = observed;
  const isTeam =
    mayWrite(person, people) || (isNamed(person, handbook.handbook.roles) && isHere(person, people));
  const standings: Standing[] = [
    ...(isTeam ? (["team"] as const) : []),
    ...(isSamePerson(person, run.author) && isHere(person, people) ? (["starter"] as const) : []),
  ];
  return { standings: new Set(standings), isJudged: false };
}

/** Whether somebody may begin a start that waits, or drop it; a start that the bot made itself is begun by it. */
export function mayStart(act: "go" | "cancel", person: string, input: Omit<RunInput, "now">): boolean {
  const { run } = input.observed;
  if (act === "go" && run.isOurs && isSamePerson(person, run.author)) return true;
  return mayDo(act, "start", input.handbook.handbook.config.approvals, claimOnStart(person, input)).may;
}
