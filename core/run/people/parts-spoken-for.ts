import type { CivilDate } from "../../calendar/index.ts";
import { votesNeeded } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type ApproverPart, openParts } from "../state/approver-parts.ts";
import type { TaskState } from "../state/task-state.ts";
import { type Account, mayBeSameAccount } from "./account.ts";
import { isKnownAs } from "./is-known-as.ts";
import type { RoleFacts } from "./people-of-role.ts";
import { speakersOf } from "./speakers-of.ts";

/** What {@link partsSpokenFor} looks at. */
export interface VoiceFacts extends RoleFacts {
  readonly ledger: Pick<Ledger, "peopleByRole" | "accounts" | "entries">;
}

/**
 * The parts of an approval that somebody speaks for on a day: those that are theirs, else the ones they stand in for. Where more than one
 * person has to agree, whoever has agreed to one speaks for no other, also where that became theirs since: nobody is two people.
 */
export function partsSpokenFor(
  account: Account,
  task: Pick<TaskState, "step" | "parts" | "approvedBy" | "definition">,
  day: CivilDate,
  facts: VoiceFacts,
): readonly ApproverPart[] {
  const isAmong = (logins: readonly string[]) =>
    logins.some((login) => isKnownAs(login, account, facts.ledger, task.step));
  const isOneEnough = task.definition !== undefined && votesNeeded(task.definition) === 1;
  const agreed = task.approvedBy.filter(({ by, byId }) => mayBeSameAccount({ login: by, id: byId }, account));
  const isFree = ({ role }: ApproverPart) =>
    isOneEnough || agreed.length === 0 || agreed.some((given) => given.role === role);
  const own = task.parts.filter(({ people }) => isAmong(people));
  if (own.length > 0) return own.filter(isFree);
  const others = task.parts.filter((part) => isAmong(speakersOf(part, task.parts, day, facts)));
  if (isOneEnough) return others;
  if (agreed.length > 0) return [];
  return openParts(others, task.approvedBy).slice(0, 1);
}
