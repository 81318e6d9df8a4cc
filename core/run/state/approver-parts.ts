import type { RoleId, Step } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { peopleOfRole, type RoleFacts } from "../people/people-of-role.ts";

/** One approver role of an approval, and who decides for it. */
export interface ApproverPart {
  readonly role: RoleId;
  /** Whom the role was resolved to when the run began, or whoever it was handed to since; empty when it has nobody. */
  readonly people: readonly string[];
}

/** The parts of an approval that nobody has agreed to yet. */
export function openParts(
  parts: readonly ApproverPart[],
  approvedBy: readonly { readonly role: RoleId }[],
): readonly ApproverPart[] {
  return parts.filter(({ role }) => !approvedBy.some((given) => given.role === role));
}

/**
 * Who decides for each approver role of a step. `people` are those the step was given to when the run began; whoever hands
 * an approval on passes the roles that the entry names, and all of them when it names none.
 */
export function approverParts(
  step: Step,
  people: readonly string[],
  facts: RoleFacts & { readonly ledger: Pick<Ledger, "entries"> },
): readonly ApproverPart[] {
  const isGiven = (login: string) => people.some((person) => isSamePerson(person, login));
  const holders = step.approvers.map((role) => peopleOfRole(role, facts).everyone.filter(isGiven));
  // By a newer text somebody may no longer hold the role they were given it for.
  const left = people.filter((login) => !holders.flat().some((holder) => isSamePerson(holder, login)));
  // A plan names them in the order of the roles, and somebody else for each where it can.
  const isInOrder =
    people.length === step.approvers.length &&
    people.every((login, index) => holders[index]?.some((holder) => isSamePerson(holder, login)));
  const atStart = step.approvers.map((role, index) => {
    const [holder = left.shift()] = (isInOrder ? people.slice(index, index + 1) : holders[index]) ?? [];
    return { role, people: holder === undefined ? [] : [holder] };
  });
  return facts.ledger.entries.reduce<readonly ApproverPart[]>((parts, entry) => {
    if (entry.kind !== "handed" || entry.step !== step.id) return parts;
    return parts.map((part) =>
      entry.roles === undefined || entry.roles.includes(part.role) ? { ...part, people: entry.to } : part,
    );
  }, atStart);
}
